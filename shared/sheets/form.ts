import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { Definition } from './paper/definition.ts'
import type { YearData } from './year-data.ts'

type FormBase = {
  /** What the command and the contract call it. */
  readonly id: string
  /** Its Chinese name, on the sheet and on the file. */
  readonly title: string
  readonly orientation: Definition['pageOrientation']
}

/** A printed form: data → definition, pure. One sheet for the year, or one per instructor. */
export type Form =
  | (FormBase & { readonly per: 'year'; readonly definition: (year: YearData) => Definition })
  | (FormBase & {
      readonly per: 'instructor'
      readonly definition: (year: YearData, person: AnnualScore) => Definition
    })
