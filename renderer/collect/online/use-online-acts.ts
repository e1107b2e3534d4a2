import { useState } from 'react'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import type { LinkRow } from './link-rows.ts'

export type OnlineActs = {
  readonly busy: boolean
  /** Resolve to whether it was done; why not is told, but for links of another computer: those it asks about. */
  readonly publish: (forms: readonly ReportForm[], renew: boolean) => Promise<boolean>
  readonly giveBack: (row: LinkRow, revision: number, reason: string) => Promise<boolean>
  readonly remove: (row: LinkRow) => Promise<boolean>
  readonly disconnect: () => Promise<boolean>
  /** What the hub has now; null where it could not be asked. */
  readonly fetch: () => Promise<readonly ReportEntry[] | null>
}

/** What the office asks of the hub, each on a press of its own. */
export function useOnlineActs(year: number, reload: () => Promise<void>, onOtherLinks: () => void): OnlineActs {
  const { client } = useHost()
  const [busy, setBusy] = useState(false)
  const ask = async <T>(work: () => Promise<Answer<T>>): Promise<T | null> => {
    setBusy(true)
    const reply = await work()
    if (!reply.ok && reply.error.code === 'hub-other-links') onOtherLinks()
    else if (!reply.ok) tellFailure(errorWords(reply.error.code))
    await reload()
    setBusy(false)
    return reply.ok ? reply.data : null
  }
  const fetch = async () => (await ask(() => client.request('reporting.fetch', { year })))?.reports ?? null
  return {
    busy,
    fetch,
    publish: async (forms, renew) => {
      const done = await ask(() => client.request('reporting.publish', { year, forms, renew }))
      if (done) tellSuccess(REPORTING.published(forms.length))
      return done !== null
    },
    giveBack: async ({ key, name }, revision, reason) => {
      const done = await ask(() => client.request('reporting.return', { year, key, revision, reason }))
      if (!done) return false
      tellSuccess(REPORTING.returned(name))
      await fetch()
      return true
    },
    remove: async ({ key, name }) => {
      const done = await ask(() => client.request('reporting.remove', { year, keys: [key] }))
      if (done) tellSuccess(REPORTING.removed(name))
      return done !== null
    },
    disconnect: async () => (await ask(() => client.request('reporting.disconnect', {}))) !== null,
  }
}

type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ContractError }
