import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { definitionOf } from '#electron/host/sheets/definition-of.ts'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeetingGroup } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

/** The year that a box's counts make: what the app keeps of a meeting. */
export function yearOf(setUp: MeetingSetUp, text: string): Evaluation {
  const counts: BoxCounts = JSON.parse(text)
  const groups = setUp.groups.map(({ id, name, peers }, index) => ({
    id,
    name,
    weight: index === 0 ? String(100 - 10 * (setUp.groups.length - 1)) : '10',
    ...(peers === undefined ? {} : { peers }),
  }))
  return readBuilt(
    buildEvaluation({
      scheme: buildScheme({
        minGroupBallots: setUp.minGroupBallots,
        components: [buildBallotComponent({ weight: '100', groups })],
        tieBreakers: [],
      }),
      instructors: buildInstructors(setUp.instructors.length),
      self: [],
      ratings: [],
      meetings: [
        {
          id: setUp.id,
          date: '2026-12-20',
          groups: counts.groups.map(({ id, printed, returned, void: spoilt, mergedInto }) =>
            buildMeetingGroup({
              id,
              printed,
              issued: returned,
              attended: returned,
              expected: printed,
              returned,
              void: spoilt,
              ...(mergedInto === undefined ? {} : { mergedInto }),
            }),
          ),
          tallies: counts.tallies.map(tally => ({ ...tally, marks: { ...tally.marks } })),
        },
      ],
    }),
  )
}

/** Writes what the app and the command write of a meeting: the mirror, the results, and, where asked, its sheet. */
export async function writeYear(folder: string, setUp: MeetingSetUp, counts: string, print: boolean): Promise<void> {
  const evaluation = yearOf(setUp, counts)
  await mkdir(join(folder, 'years'), { recursive: true })
  const write = (name: string, bytes: string | Uint8Array) =>
    writeWholeFile(join(folder, 'years', name), Buffer.from(bytes))
  await write('2026.pingyi.json', writeEvaluation(evaluation))
  await write('results.json', writeResults(resultsOf(scoreYear(evaluation))))
  if (!print) return
  const definition = definitionOf(yearData(evaluation), { form: 'ballot-summary', instructor: null })
  await write('ballot-summary.pdf', (await renderSheet(definition)).bytes)
}
