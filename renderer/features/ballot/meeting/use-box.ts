import { useCallback, useEffect, useState } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import type { BoxState } from './stages.ts'

export type Box = {
  readonly state: BoxState
  /** Looks again: something was done to the box. */
  readonly look: () => Promise<void>
}

/** The box of one meeting on this computer, kept current. Takes it in use where there is one. */
export function useBox(year: number, meeting: string): Box {
  const { client } = useHost()
  const [state, setState] = useState<BoxState>({ kind: 'looking' })
  const look = useCallback(async () => {
    const listed = await client.request('meeting.boxes', {})
    if (!listed.ok) {
      setState({ kind: 'trouble', words: ERROR_WORDS[listed.error.code] })
      return
    }
    if (!listed.data.boxes.some(box => box.year === year && box.meeting === meeting)) {
      setState({ kind: 'none' })
      return
    }
    const used = await client.request('meeting.use', { year, meeting })
    setState(used.ok ? { kind: 'box', status: used.data } : { kind: 'trouble', words: ERROR_WORDS[used.error.code] })
  }, [client, year, meeting])
  useEffect(() => {
    void look()
  }, [look])
  useEffect(
    () =>
      client.on('meeting.status', (status: MeetingStatus) => {
        if (status.year === year && status.meeting === meeting && !status.rehearsal) setState({ kind: 'box', status })
      }),
    [client, year, meeting],
  )
  return { state, look }
}
