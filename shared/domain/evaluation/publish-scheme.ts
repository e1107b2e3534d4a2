import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'
import { schemeStage } from './scheme-stage.ts'

/** Who does it and when (`2026-12-10`); a reason is needed to unlock, a minute's number may be given. */
export type PublicationDeed = {
  readonly date: string
  readonly by: string
  readonly reason?: string
  readonly minute?: string
}

/** The year with its scheme published, which locks it; 'conflict' where it is published already. */
export function publishScheme(evaluation: Evaluation, deed: PublicationDeed): EvaluationDraft | 'conflict' {
  const { publication } = evaluation
  if (publication?.publishedOn !== undefined) return 'conflict'
  return {
    ...evaluation,
    publication: {
      ...publication,
      publishedOn: deed.date,
      by: deed.by,
      history: [...(publication?.history ?? []), { ...written(deed), action: 'publish' }],
    },
  }
}

/**
 * The year with its scheme open for changes again, the reason kept in the history; 'conflict' where it is not locked, or
 * where counts came in meanwhile (then a change is a new version, never an unlocking). Throws where no reason is given.
 */
export function unlockScheme(evaluation: Evaluation, deed: PublicationDeed): EvaluationDraft | 'conflict' {
  if ((deed.reason ?? '').trim() === '') throw new RangeError('unlocking a scheme needs a reason')
  const { publication } = evaluation
  if (!publication || schemeStage(evaluation) !== 'published') return 'conflict'
  const { publishedOn: _publishedOn, by: _by, ...rest } = publication
  return {
    ...evaluation,
    publication: { ...rest, history: [...publication.history, { ...written(deed), action: 'unlock' }] },
  }
}

/** Left-out words stay left out of the file. */
function written({ date, by, reason, minute }: PublicationDeed) {
  return {
    date,
    by,
    ...(reason?.trim() && { reason: reason.trim() }),
    ...(minute?.trim() && { minute: minute.trim() }),
  }
}
