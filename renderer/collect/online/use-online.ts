import { useCallback, useEffect, useState } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ReportStanding } from '#shared/domain/report/office-exchange.ts'

type Known = CallOutput<'reporting.known'>

export type Online = {
  /** null: no hub was entered. */
  readonly address: string | null
  readonly links: ReadonlyMap<string, string>
  readonly standings: ReadonlyMap<string, ReportStanding>
  /** When the hub was last asked. */
  readonly at: string | null
  readonly reload: () => Promise<void>
}

const NOTHING: Known = { links: [], fetched: null }

/** What this computer knows of a year's reporting online, without asking anybody; null until it is read. */
export function useOnline(year: number): Online | null {
  const { client } = useHost()
  const [state, setState] = useState<{ readonly address: string | null; readonly known: Known } | null>(null)
  const reload = useCallback(async () => {
    const hub = await client.request('reporting.hub', {})
    const address = hub.ok ? hub.data.address : null
    const known = address === null ? null : await client.request('reporting.known', { year })
    setState({ address, known: known?.ok ? known.data : NOTHING })
  }, [client, year])
  useEffect(() => {
    void reload()
  }, [reload])
  if (!state) return null
  const { address, known } = state
  return {
    address,
    links: new Map(known.links.map(link => [link.key, link.url])),
    standings: new Map((known.fetched?.reports ?? []).map(report => [report.key, report])),
    at: known.fetched?.at ?? null,
    reload,
  }
}
