import { useCallback } from 'react'
import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { collectRatings } from './collect-ratings.ts'
import { RatingPreview } from './rating-preview.tsx'

type FilesPreviewProps = { readonly files: readonly ReadFile[]; readonly onClose: () => void }

/** The ratings that files bring, before anything is changed. */
export function FilesPreview({ files, onClose }: FilesPreviewProps) {
  const collect = useCallback((evaluation: Evaluation) => collectRatings(files, evaluation), [files])
  const lead = (people: number) => RATING.preview.lead(files.length, people)
  return (
    <RatingPreview
      collect={collect}
      title={RATING.preview.title}
      lead={lead}
      done={RATING.collected}
      onClose={onClose}
    />
  )
}
