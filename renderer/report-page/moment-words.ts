/** A moment as people here read it: today's by the clock (`14:05`), any other's with its day (`11月28日 14:05`). */
export function momentWords(iso: string, now: Date): string {
  const at = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`
  return at.toDateString() === now.toDateString() ? clock : `${at.getMonth() + 1}月${at.getDate()}日 ${clock}`
}
