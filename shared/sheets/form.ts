import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { Notice } from './notice/notice.ts'
import type { Definition } from './paper/definition.ts'
import type { YearData } from './year-data.ts'

/** When a form is needed: how menus are grouped. */
export const FORM_STAGES = ['before', 'meeting', 'results', 'notices', 'adverse'] as const
export type FormStage = (typeof FORM_STAGES)[number]

type FormBase = {
  /** What the command and the contract call it. */
  readonly id: string
  /** Its Chinese name, on the sheet and on the file. */
  readonly title: string
  readonly orientation: Definition['pageOrientation']
  readonly stage: FormStage
}

/** A printed form: data → definition, pure. One sheet for the year, or one per instructor. */
export type Form =
  | (FormBase & {
      readonly per: 'year'
      readonly definition: (year: YearData) => Definition
      /** The same text, where the form also comes as Word. */
      readonly notice?: (year: YearData) => Notice
      /** Whether the year has anything for it to hold, so that it comes back signed; left out: always. */
      readonly holds?: (year: YearData) => boolean
    })
  | (FormBase & {
      readonly per: 'instructor'
      readonly definition: (year: YearData, person: AnnualScore) => Definition
      readonly notice?: (year: YearData, person: AnnualScore) => Notice
      /** Whose sheet is printed where nobody is named; left out: everybody's. */
      readonly concerns?: (year: YearData, person: AnnualScore) => boolean
    })
