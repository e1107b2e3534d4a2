import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'

const PEOPLE = ['王晓明', '李刚', '赵敏'].map((name, index) =>
  buildInstructor({ id: `i0${index + 1}`, name, sources: ['district'], phone: '13800001234' }),
)

/** A year in which nothing is reported yet: three people whom their district union rates. */
export function yearWithUnions(year: number): Evaluation {
  const file = buildEvaluation({ year, instructors: PEOPLE, self: [], meetings: [], ratings: [] })
  const read = readEvaluation(JSON.stringify(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
