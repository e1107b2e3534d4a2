/**
 * The day that was typed, as ISO (`2026-12-21`), of `2026-12-21`, `2026.12.21`, `2026年12月21日`, `20261221` and the like,
 * full-width digits too; '' of what is no day of the calendar.
 */
export function readDate(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const parts = /^(\d{4})\s*[-./年。]\s*(\d{1,2})\s*[-./月。]\s*(\d{1,2})\s*[日号]?$|^(\d{4})(\d{2})(\d{2})$/.exec(
    plain,
  )
  if (!parts) return ''
  const [, year = parts[4], month = parts[5], day = parts[6]] = parts
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  // A day that the month does not have (02-30) is read as one of the next month or not at all.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? '' : iso
}
