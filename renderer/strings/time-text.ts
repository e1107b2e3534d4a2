// Making one takes longer than using it a thousand times.
const FORMAT = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' })

/** A moment (ISO 8601) as the clock here shows it: 2026年12月21日 16:00. */
export function timeText(iso: string): string {
  return FORMAT.format(new Date(iso))
}
