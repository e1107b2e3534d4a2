import { DeadlineBar } from '#renderer/collect/deadline-bar.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { ratingDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { isDone } from './use-duties.ts'

/** How far the unions are, by when they are due, and a reminder to those that have not reported all. */
export function RatingDeadline({ components }: { readonly components: readonly RatingComponent[] }) {
  const { row, evaluation } = useYearData()
  const unions = components.flatMap(component =>
    unionDuties(component, ratingDuties(component, evaluation.instructors, evaluation.ratings, evaluation.mergers)),
  )
  const due = unions.flatMap(union => union.duties.filter(duty => duty.required))
  const done = due.filter(isDone).length
  const reminder = () =>
    RATING.reminder({
      year: row.year,
      appraised: appraisedWord(evaluation.scheme),
      deadline: evaluation.deadlines?.ratings ?? '',
      organiser: evaluation.organiser,
      unions: unions.flatMap(({ source, by, duties }) => {
        const people = duties.filter(duty => duty.required && !isDone(duty)).map(duty => duty.instructor.name)
        return people.length === 0 ? [] : [{ name: by === '' ? source.name : by, people }]
      }),
    })
  return (
    <Panel>
      <DeadlineBar
        deadline="ratings"
        name={RATING.title}
        done={done}
        total={due.length}
        words={RATING.progress(done, due.length)}
        reminder={done < due.length ? reminder : null}
      />
    </Panel>
  )
}
