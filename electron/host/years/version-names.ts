// The history's file names: the moment at which a state was replaced, in UTC, which sorts as it reads.

const REMOVED = '-removed'

export function versionName(at: Date, removed: boolean): string {
  return `${at.toISOString().replaceAll(':', '-')}${removed ? REMOVED : ''}`
}

/** When the version was replaced, as ISO 8601, and whether by removing the year. */
export function versionMoment(name: string): { readonly savedAt: string; readonly removed: boolean } {
  const removed = name.endsWith(REMOVED)
  const moment = removed ? name.slice(0, -REMOVED.length) : name
  return { savedAt: moment.replace(/T(\d\d)-(\d\d)-(\d\d)/, 'T$1:$2:$3'), removed }
}

/** The newest that stay whatever their age. */
const NEWEST = 40
/** Days of which the first state stays besides. */
const DAYS = 90

/** The versions that may go. Names in any order; those of removed years stay. */
export function versionsToDrop(names: readonly string[]): string[] {
  const newestFirst = names
    .filter(name => !versionMoment(name).removed)
    .toSorted()
    .toReversed()
  const days = Map.groupBy(newestFirst, name => name.slice(0, 10))
  const kept = new Set([
    ...newestFirst.slice(0, NEWEST),
    ...[...days.values()].slice(0, DAYS).flatMap(day => day.slice(-1)),
  ])
  return newestFirst.filter(name => !kept.has(name))
}
