import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import type { SampleDecision } from './sample-files.ts'

/** A handful of people are decided, as after the committee's first sitting; everybody else is still open. */
export function sampleDecisions({ people }: YearScore): SampleDecision[] {
  const graded = (grade: string) => people.filter(person => person.proposed?.id === grade && person.flags.length === 0)
  const best = graded('excellent').filter(person => person.rank !== null && person.rank <= 3)
  const competent = graded('competent')
    .filter(person => !person.notes.includes('over-quota'))
    .slice(0, 2)
  const vetoed = people.filter(person => person.flags.includes('veto'))
  return [...best, ...competent, ...vetoed].sort((a, b) => people.indexOf(a) - people.indexOf(b)).map(decisionOf)
}

function decisionOf(person: AnnualScore): SampleDecision {
  const grade = person.proposed?.id ?? null
  const veto = person.instructor.status?.vetoes?.[0]
  return {
    instructor: person.instructor.id,
    kind: veto === undefined ? 'confirm' : 'flag',
    proposed: grade,
    final: grade,
    reason: veto === undefined ? '' : `${veto}，经考评小组会议研究，按不称职确定等次`,
    clause: veto === undefined ? '' : '考评方案“一票否决”条款',
    by: '云川市总工会集体协商指导员考评小组',
    date: '2026-12-21',
  }
}
