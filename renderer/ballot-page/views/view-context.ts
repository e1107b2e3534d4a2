import type { BallotForm } from '#renderer/ballot-page/ballot-form.ts'
import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

/** What every screen of a vote works on. */
export type ViewContext = {
  readonly meeting: PublicMeeting
  readonly group: PublicGroup
  readonly form: BallotForm
  /** To be called after every change of the form. */
  readonly changed: () => void
}
