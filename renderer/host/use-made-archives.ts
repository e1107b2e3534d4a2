import { useEffect, useState } from 'react'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { useHost } from './use-host.ts'

/** The year's archives on this computer; null until the host has looked. `round` looks anew. */
export function useMadeArchives(year: number, round: number): readonly MadeArchive[] | null {
  const { client } = useHost()
  const [made, setMade] = useState<{ readonly year: number; readonly archives: readonly MadeArchive[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks anew
  useEffect(() => {
    let stale = false
    const look = async () => {
      const reply = await client.request('archive.list', { year })
      if (!stale && reply.ok) setMade({ year, archives: reply.data.archives })
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, year, round])
  return made && made.year === year ? made.archives : null
}
