/** A moment (ISO 8601) as the clock here shows it: 2026年12月21日 16:00. */
export function timeText(iso: string): string {
  return new Date(iso).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })
}
