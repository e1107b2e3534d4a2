import { timeNeedles } from '#tests/anonymity/bytes/time-needles.ts'
import type { FileFacts } from '#tests/anonymity/evidence.ts'
import type { Held, Moment } from '#tests/anonymity/scripted-meeting.ts'
import { checkNeedles } from './check-markers.ts'
import type { Finding } from './finding.ts'

/** No time near a vote: not in any bytes at any moment, nor in what `stat` tells of a file that was there while people voted. */
export function checkTimes({ moments, left }: Held): Finding[] {
  const first = moments[0]?.at ?? 0
  const last = moments.at(-1)?.at ?? 0
  const wide = timeNeedles(first, last, { whole: false })
  const inBytes = [left, ...moments.slice(-1).map(moment => moment.evidence)].flatMap(evidence => {
    const urn = { ...evidence, files: new Map([...evidence.files].filter(([file]) => file.endsWith('.urn'))) }
    const other = { ...evidence, files: new Map([...evidence.files].filter(([file]) => !file.endsWith('.urn'))) }
    return [
      ...checkNeedles('times', urn, wide),
      ...checkNeedles('times', other, timeNeedles(first, last, { whole: true })),
    ]
  })
  return [...inBytes, ...moments.slice(1).flatMap((moment, index) => changed(moments[index], moment))]
}

const WATCHED = ['size', 'mtimeMs', 'birthtimeMs', 'ino'] as const satisfies readonly (keyof FileFacts)[]

/** Between two votes no file comes, goes or has other facts: each would tell when the vote was. */
function changed(before: Moment | undefined, after: Moment): Finding[] {
  const names = new Set([...(before?.evidence.facts.keys() ?? []), ...after.evidence.facts.keys()])
  return [...names].flatMap(file => {
    const old = before?.evidence.facts.get(file)
    const now = after.evidence.facts.get(file)
    if (!old || !now) return [{ check: 'times', what: `${file} has come or gone with a vote` }]
    return WATCHED.filter(fact => old[fact] !== now[fact]).map(fact => ({
      check: 'times',
      what: `${file}: ${fact} changes with a vote`,
    }))
  })
}
