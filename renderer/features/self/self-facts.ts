import type { Fact } from '#renderer/components/facts.tsx'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfRow } from './self-rows.ts'

/** What has come in so far, in figures. */
export function selfFacts(rows: readonly SelfRow[]): readonly Fact[] {
  const figure = (id: 'visits' | 'contracts') =>
    rows.reduce((total, row) => total + (row.record?.workload?.[id] ?? 0), 0)
  return [
    {
      label: SELF.received,
      value: rows.filter(row => row.record !== null).length,
      note: SELF.receivedNote(rows.length),
    },
    { label: SELF.noScore, value: rows.filter(row => row.score === null).length },
    { label: SELF.noSummary, value: rows.filter(row => !row.hasSummary).length },
    { label: SELF.visits, value: figure('visits') },
    { label: SELF.contracts, value: figure('contracts') },
  ]
}
