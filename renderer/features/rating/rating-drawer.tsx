import { useRef, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { DutyDrawer } from './duty-drawer.tsx'
import { unionKey, useDuties } from './use-duties.ts'

type RatingDrawerProps = {
  readonly component: RatingComponent
  readonly instructor: Instructor
  readonly onClose: () => void
}

/** What a form of a person's ratings can be about: one that is there or due, or another one of a source. */
export type Choice = { readonly key: string; readonly duty: Duty; readonly another: boolean }

/** One person's ratings, one at a time in a form. */
export function RatingDrawer({ component, instructor, onClose }: RatingDrawerProps) {
  const { evaluation } = useYearData()
  const { duties } = useDuties(component)
  const own = duties.filter(duty => duty.instructor.id === instructor.id)
  const choices: readonly Choice[] = [
    ...own.map(duty => ({ key: unionKey(duty), duty, another: false })),
    // A source that has rated already may rate again under another union; one that need not rate may all the same.
    ...component.sources
      .filter(source => !own.some(duty => duty.source.id === source.id && duty.rating === null))
      .map(source => ({
        key: JSON.stringify([source.id, null]),
        duty: { instructor, source, by: '', rating: null, required: false },
        another: true,
      })),
  ]
  // The first that is due, otherwise the first.
  const [picked, setPicked] = useState(
    () => choices.find(choice => !choice.another && choice.duty.rating === null)?.key ?? choices[0]?.key ?? '',
  )
  const found = choices.find(each => each.key === picked)
  // What another window took away or put under another union stays in the form.
  const last = useRef<Choice | null>(null)
  if (found) last.current = found
  const kept = last.current?.key === picked ? last.current : null
  const choice = found ?? (kept && { ...kept, duty: { ...kept.duty, rating: null } }) ?? choices[0]
  if (!choice) return null
  const others = evaluation.ratings.filter(
    rating => rating.instructor === instructor.id && rating !== choice.duty.rating,
  )
  return (
    <DutyDrawer
      key={choice.key}
      component={component}
      choice={choice}
      choices={choices}
      others={others}
      onPick={setPicked}
      onClose={onClose}
    />
  )
}
