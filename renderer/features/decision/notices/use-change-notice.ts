import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import type { Notice } from '#shared/domain/decision/notice.ts'
import { withNotice } from '#shared/domain/decision/notice-rules.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'

type NoticeDraft = NonNullable<EvaluationDraft['notices']>[number]

/** Puts a notice in the place of `before` (null: a new one; `after` null: takes it out). Resolves to whether it was done. */
export function useChangeNotice(): (
  what: string,
  before: Notice | null,
  after: NoticeDraft | null,
) => Promise<boolean> {
  const change = useTellingChange()
  return (what, before, after) =>
    change(what, evaluation => {
      const notices = withNotice(evaluation.notices, before, after)
      if (notices === 'conflict') return 'conflict'
      const { notices: _, ...rest } = evaluation
      // A year without notices comes back without the key, as it was.
      return notices.length === 0 ? rest : { ...evaluation, notices }
    })
}
