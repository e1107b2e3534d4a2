import type { PrintedCard } from '#renderer/components/print-cards.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'

/** The card that hands a link out on paper. `deadline`: `2026-11-30`; '' where none is set. */
export function linkCard(title: string, name: string, link: string, deadline: string): PrintedCard {
  const due = deadline === '' ? [] : [REPORTING.cardDue(deadline)]
  return { title, name, link, lines: [...due, REPORTING.cardHow, REPORTING.cardSecret] }
}
