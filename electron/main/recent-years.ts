import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The years that have a mirror in the data folder, the newest first. */
export function recentYears(data: string): number[] {
  try {
    const years = readdirSync(join(data, 'years')).map(name => /^(\d{4})\.pingyi\.json$/.exec(name)?.[1])
    return years.flatMap(year => (year === undefined ? [] : [Number(year)])).toSorted((a, b) => b - a)
  } catch {
    return []
  }
}
