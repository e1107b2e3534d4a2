import { type ReactNode, useEffect, useState } from 'react'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MirrorContext } from '#renderer/mirror/mirror-context.ts'
import { type MirrorTrouble, mirrorYears } from '#renderer/mirror/mirror-years.ts'
import { restoreYears } from '#renderer/mirror/restore-years.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { Waiting } from './waiting.tsx'

/** Brings lost years back before the first page, then keeps every year a second time on the disk. */
export function KeptSafe({ children }: { readonly children: ReactNode }) {
  const database = useDatabase()
  const { client } = useHost()
  const [ready, setReady] = useState(false)
  const [trouble, setTrouble] = useState<MirrorTrouble | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    restoreYears(database, client, () => new Date())
      .then(({ years, damaged }) => {
        if (stop.signal.aborted) return
        if (years.length > 0) tellSuccess(SAFETY.restored(years))
        if (damaged.length > 0) tellFailure(SAFETY.damaged(damaged))
      })
      // The tables cannot be read: the pages say so themselves.
      .catch(() => undefined)
      .finally(() => {
        if (stop.signal.aborted) return
        setReady(true)
        mirrorYears(database, client, setTrouble, stop.signal)
      })
    return () => stop.abort()
  }, [database, client])
  return <MirrorContext value={trouble}>{ready ? children : <Waiting words={SHELL.loading} />}</MirrorContext>
}
