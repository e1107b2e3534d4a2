import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { buildSummary, buildYear } from './build-year.ts'

/** The longest Uyghur name of the tests: thirteen characters with the middle dot. */
export const LONG_NAME = '阿卜杜热合曼·买买提伊明江'

/** A year in which every free text is long and everybody has been decided on. */
export function buildLongYear(count: number): EvaluationFile {
  const year = buildYear(count)
  return {
    ...year,
    instructors: year.instructors.map(person => ({
      ...person,
      name: LONG_NAME,
      unit: '云川市西城区总工会集体协商指导中心（设在经济技术开发区管理委员会社会事务局）',
      posting: '机械冶金建材工会联合会',
      training: buildSummary(300),
    })),
    self: year.self?.map(record => ({ ...record, summary: buildSummary(2000) })),
    ratings: year.ratings?.map(rating => ({
      ...rating,
      comment: buildSummary(2000),
      bonus: '1',
      reason: buildSummary(120),
    })),
    decisions: year.instructors.map(({ id }) => ({
      instructor: id,
      kind: 'change',
      proposed: 'competent',
      final: 'competent',
      reason: buildSummary(2000),
      clause: '考评方案第十二条第二款',
      by: '考评小组',
      date: '2026-12-20',
    })),
  }
}

/** A year of which only the names are known: no organiser, no votes, nobody rated, everybody blocked. */
export function buildEmptyYear(count: number): EvaluationFile {
  const year = buildYear(count)
  return {
    ...year,
    organiser: '',
    instructors: year.instructors.map(({ id, name, kind }) => ({ id, name, kind })),
    self: [],
    meetings: [],
    ratings: [],
  }
}

/** A year in which every field is too long for any form: an attack, not a year. */
export function buildHostileYear(count: number, name = '长'.repeat(200), words = buildSummary(5000)): EvaluationFile {
  const year = buildYear(count)
  const named = <Item extends { readonly name: string }>(item: Item): Item => ({ ...item, name })
  return {
    ...year,
    title: name,
    organiser: words,
    scheme: {
      ...year.scheme,
      name,
      components: year.scheme.components.map(component =>
        component.kind === 'ballot'
          ? {
              ...named(component),
              groups: component.groups.map(named),
              scale:
                component.scale.kind === 'grades'
                  ? { ...component.scale, options: component.scale.options.map(option => ({ ...option, label: name })) }
                  : component.scale,
            }
          : component.kind === 'rating'
            ? { ...named(component), sources: component.sources.map(named) }
            : named(component),
      ),
      grades: year.scheme.grades.map(grade => ({ ...grade, label: name })),
    },
    instructors: year.instructors.map(person => ({
      ...person,
      name,
      level: name,
      posting: name,
      education: words,
      training: words,
      unit: words,
      phone: words,
      status: { ...person.status, vetoes: [name, name] },
    })),
    self: year.self?.map(own => ({ ...own, summary: words })),
    meetings: year.meetings?.map(meeting => ({ ...meeting, place: words })),
    ratings: year.ratings?.map(own => ({ ...own, by: words, comment: words, reason: words, bonus: '1' })),
    decisions: year.instructors.map(({ id }) => ({
      instructor: id,
      kind: 'review',
      final: 'basic',
      reason: words,
      clause: words,
      by: words,
      date: '2026-12-30',
    })),
  }
}
