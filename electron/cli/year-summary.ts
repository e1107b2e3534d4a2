import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { gapLines } from '#shared/domain/score/gap-lines.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { FLAG_WORDS, noteWords } from '#shared/domain/score/words.ts'
import { poolLine } from './pool-line.ts'

/** A year in a page of words: what is missing first, then grades, quota, ties and what a person must confirm. */
export function yearSummary(evaluation: Evaluation, score: YearScore): string {
  const { scheme } = evaluation
  const gaps = gapLines(gapsOf(score))
  const people = score.people
  const named = (chosen: (person: (typeof people)[number]) => boolean) =>
    people.filter(chosen).map(person => person.instructor.name)
  const grades = scheme.grades.map(grade => {
    const names = named(person => person.proposed === grade)
    return `${grade.label}：${names.length} 人`
  })
  const ungraded = named(person => person.proposed === null)
  const notable = people.flatMap(person => {
    const words = [...person.flags.map(flag => FLAG_WORDS[flag]), ...noteWords(person, scheme)]
    return words.length === 0 ? [] : [`  ${person.instructor.name}（${person.instructor.id}）：${words.join('；')}`]
  })
  return [
    evaluation.title,
    `${evaluation.organiser}　考评方案：${scheme.name}　共 ${people.length} 人`,
    '',
    '一、尚缺',
    ...(gaps.length === 0 ? ['  无'] : gaps.map(line => `  ${line}`)),
    '',
    '二、建议等次（由考评小组审定）',
    ...grades.map(line => `  ${line}`),
    `  未定等次：${ungraded.length} 人${ungraded.length === 0 ? '' : `（${ungraded.join('、')}）`}`,
    '',
    '三、名额',
    ...(score.quota.length === 0 ? ['  不设名额'] : score.quota.map(pool => `  ${poolLine(pool, evaluation)}`)),
    '',
    '四、须由人确认',
    ...(notable.length === 0 ? ['  无'] : notable),
    '',
  ].join('\n')
}
