import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useSetting } from '#renderer/db/hooks/use-setting.ts'
import { loadEvaluation, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { OPERATOR } from '#renderer/db/repositories/settings.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import { NEW_YEAR } from '#renderer/strings/new-year.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { newEvaluation } from '#shared/domain/evaluation/new-year.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'
import { SCHEME_TEMPLATES } from '#shared/domain/scheme/templates/templates.ts'
import { chosenScheme, type NewYearForm, newYearForm, SAME_SCHEME, titleOf } from './new-year-form.ts'

const MOST_PROBLEMS = 6

export type NewYearState = {
  readonly form: NewYearForm
  readonly set: (change: Partial<NewYearForm>) => void
  readonly carryFrom: (year: number | null) => void
  /** The year carried over; null while it is read and where there is none. */
  readonly from: Evaluation | null
  readonly organiser: string
  readonly operator: string
  readonly yearError: string | null
  readonly organiserError: string | null
  readonly problems: readonly string[]
  /** Whether the new year will be marked as a sample: its people are. */
  readonly sample: boolean
  readonly ready: boolean
  readonly busy: boolean
  readonly create: () => Promise<void>
}

/** What the dialog for a new year knows and does. */
export function useNewYear(years: readonly YearRow[], today: number, onClose: () => void): NewYearState {
  const database = useDatabase()
  const navigate = useNavigate()
  const [form, setForm] = useState(() => newYearForm(years, today))
  const [problems, setProblems] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [known, setKnown] = useSetting(OPERATOR)
  const loaded = useLiveQuery(
    async () => (form.from === null ? null : await loadEvaluation(database, form.from)),
    [database, form.from],
  )
  // The last answer stays until the next one is there.
  const from = loaded && loaded.year === form.from ? loaded : null
  const organiser = form.organiser ?? from?.organiser ?? ''
  const operator = form.operator ?? known
  const title = titleOf(form, from)
  const organiserError = tried && organiser.trim() === '' ? NEW_YEAR.organiserMissing : null
  const yearError = yearProblem(form.year, years)
  const sample = years.some(row => row.year === form.from && row.sample)

  const set = (change: Partial<NewYearForm>) => {
    setProblems([])
    setForm(current => ({ ...current, ...change }))
  }
  const carryFrom = (year: number | null) => {
    if (year !== null) set({ from: year, scheme: SAME_SCHEME })
    else set({ from: null, scheme: form.scheme === SAME_SCHEME ? SCHEME_TEMPLATES[0].id : form.scheme })
  }
  const create = async () => {
    setTried(true)
    if (form.year === null || yearError !== null || organiser.trim() === '' || busy) return
    const scheme = chosenScheme(form, from)
    const made = newEvaluation({ year: form.year, title, organiser, scheme, ...(from && { from }) })
    if (!made.ok) {
      const lines = made.error.map(fault => `${placeWords(fault)}：${faultWords(fault)}`)
      setProblems(lines.slice(0, MOST_PROBLEMS))
      return
    }
    setBusy(true)
    const importedAt = new Date().toISOString()
    const saved = await saveEvaluation(database, made.value, { sample, importedAt, replace: false }).catch(() => null)
    setBusy(false)
    if (saved === null) tellFailure(NEW_YEAR.storage)
    else if (!saved.ok) setProblems([NEW_YEAR.exists(form.year)])
    else {
      void navigator.storage?.persist?.()
      if (operator.trim() !== known) setKnown(operator.trim())
      tellSuccess(NEW_YEAR.done(form.year, made.value.instructors.length))
      onClose()
      await navigate(`/${form.year}`)
    }
  }
  const ready = form.year !== null && yearError === null && title.trim() !== '' && (form.from === null || from !== null)
  return {
    form,
    set,
    carryFrom,
    from,
    organiser,
    operator,
    yearError,
    organiserError,
    problems,
    sample,
    ready,
    busy,
    create,
  }
}

function yearProblem(year: number | null, years: readonly YearRow[]): string | null {
  if (year === null || year < 1900 || year > 2200) return NEW_YEAR.outOfRange
  return years.some(row => row.year === year) ? NEW_YEAR.exists(year) : null
}
