import type { NamedLeak } from './named-leak.ts'
import { openingLeaks } from './opening-leaks.ts'
import { slotLeaks } from './slot-leaks.ts'
import { stationLeaks } from './station-leaks.ts'
import { suggestionLeaks } from './suggestion-leaks.ts'
import { writingLeaks } from './writing-leaks.ts'

/** Every leak of PROMISES.md's table, at least once. */
export const LEAKS: readonly NamedLeak[] = [
  ...slotLeaks,
  ...stationLeaks,
  ...openingLeaks,
  ...writingLeaks,
  ...suggestionLeaks,
]
