import type { Migration } from './migration.ts'

/** The first schema: a year's steps, each keyed by its year. */
export const migration001: Migration = {
  version: 1,
  stores: {
    years: 'year',
    schemes: 'year',
    instructors: '[year+position], &[year+record.id]',
    selfs: '[year+position], &[year+record.instructor]',
    meetings: '[year+position], &[year+record.id]',
    ratings: '[year+position], [year+record.instructor]',
    decisions: '[year+position], [year+record.instructor]',
  },
}
