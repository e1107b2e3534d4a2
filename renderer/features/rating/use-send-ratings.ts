import { fileName } from '#renderer/collect/file-name.ts'
import { useSendForms } from '#renderer/collect/use-send-forms.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { UnionDuties } from '#shared/domain/rating/duties.ts'
import { buildRatingForm } from '#shared/domain/rating/form/build-rating-form.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'

export type UnionForm = { readonly component: RatingComponent; readonly union: UnionDuties }

/** Rating forms out: one union's as it is, several in a .zip. */
export function useSendRatings() {
  const { row, evaluation } = useYearData()
  const { scheme, organiser, deadlines } = evaluation
  const sending = useSendForms()
  const send = (forms: readonly UnionForm[]) => {
    const taken = new Set<string>()
    void sending.send(
      RATING.archiveFile(row.year),
      forms.map(({ component, union }) => ({
        name: freeName(taken, fileName(union.source.name), fileName(union.by === '' ? RATING.unnamed : union.by)),
        book: () =>
          buildRatingForm({
            year: row.year,
            organiser,
            appraised: appraisedWord(scheme),
            scheme,
            component,
            union,
            deadline: deadlines?.ratings ?? '',
          }),
      })),
    )
  }
  return { state: sending.state, cancel: sending.cancel, send }
}

/** Two unions whose names are alike as files do not overwrite each other. */
function freeName(taken: Set<string>, source: string, union: string): string {
  let name = RATING.formFile(source, union)
  for (let number = 2; taken.has(name); number += 1) name = RATING.formFile(source, `${union}(${number})`)
  taken.add(name)
  return name
}
