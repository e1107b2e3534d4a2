import { useEffect, useState } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'

/**
 * How the box of one meeting stands; null where there is none to tell of. `wanted` false: the meeting is over, and its box
 * is not touched.
 */
export function useProjectedStatus(year: number, meeting: string, wanted: boolean): MeetingStatus | null {
  const { client } = useHost()
  const [status, setStatus] = useState<MeetingStatus | null>(null)
  useEffect(() => {
    setStatus(null)
    if (!wanted) return
    let current = true
    const look = async () => {
      const listed = await client.request('meeting.boxes', {})
      // A box that is not here is not asked for: another one may be in use.
      if (!listed.ok || !listed.data.boxes.some(box => box.year === year && box.meeting === meeting)) return
      const used = await client.request('meeting.use', { year, meeting })
      if (current && used.ok) setStatus(used.data)
    }
    void look()
    const off = client.on('meeting.status', told => {
      if (told.year === year && told.meeting === meeting && !told.rehearsal) setStatus(told)
    })
    return () => {
      current = false
      off()
    }
  }, [client, year, meeting, wanted])
  return status
}
