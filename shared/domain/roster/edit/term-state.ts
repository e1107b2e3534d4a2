/** `ended`: over before today; `soon`: within the next three months; `running`: later, or without an end. */
export type TermState = 'ended' | 'soon' | 'running'

const MONTHS = 3

/** How a term of engagement (聘用期限) stands on a day; both are `2026-12-10`. Three months: ours, time enough to renew. */
export function termState(engagedTo: string | undefined, today: string): TermState {
  if (engagedTo === undefined) return 'running'
  if (engagedTo < today) return 'ended'
  return engagedTo <= monthsLater(today, MONTHS) ? 'soon' : 'running'
}

/** The same day so many months later; a day that the month does not have sorts as its end all the same. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(total / 12)}-${pad((total % 12) + 1)}-${pad(date)}`
}
