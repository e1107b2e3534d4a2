import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { INNER, label, value } from '#shared/sheets/paper/cells.ts'
import type { TableNode } from '#shared/sheets/paper/definition.ts'
import { decidedWords, gradeWords, proposedWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** The grades of the three years before and of this one, decided or else proposed. */
export function gradeHistory({ evaluation, decisions }: YearData, person: AnnualScore): TableNode {
  const { scheme, year } = evaluation
  const { history = [], id } = person.instructor
  const before = [year - 3, year - 2, year - 1].map(past => ({
    head: `${past}年`,
    grade: gradeWords(history.find(entry => entry.year === past)?.grade, scheme),
  }))
  const decided = decidedWords(decisions.get(id), scheme)
  const now = {
    head: `${year}年${decided === '' ? '（建议）' : '（审定）'}`,
    grade: decided === '' ? proposedWords(person) : decided,
  }
  const columns = [...before, now]
  return {
    layout: 'inner',
    margin: INNER,
    table: {
      widths: columns.map(() => '*' as const),
      heights: 20,
      body: [columns.map(({ head }) => label(head)), columns.map(({ grade }) => value(grade))],
    },
  }
}
