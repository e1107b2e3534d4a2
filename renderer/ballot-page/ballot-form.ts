import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { type BallotRows, emptyRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { ABSTAIN, markOfValue, selfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { MOST_SUGGESTION } from '#shared/domain/ballot/suggestion/suggestion-text.ts'

/** How far a voter has come, in people: one counts when every indicator has a mark. */
export type Progress = { readonly done: number; readonly total: number }

/** An option that may be given only so often, in one indicator. */
export type LimitUse = {
  readonly value: number
  readonly label: string
  readonly used: number
  readonly maximum: number
}

/**
 * A ballot while it is filled in. A mark is a row's number (`scale-values.ts`), 0 where nothing is chosen. It offers no way
 * past a limit and no mark for the voter's own row; whether the whole may be cast is `rowsOfBallot`'s matter.
 */
export type BallotForm = {
  readonly valueAt: (person: number, indicator: number) => number
  /** Sets or clears (0) a mark; `false` where a limit or the voter's own row is in the way. */
  readonly mark: (person: number, indicator: number, value: number) => boolean
  readonly self: () => number | null
  readonly setSelf: (person: number | null) => void
  readonly isDone: (person: number) => boolean
  readonly progress: () => Progress
  /** The first row without a mark after `person`, round the list; `null` where all are marked. */
  readonly nextMissing: (person: number) => { readonly person: number; readonly indicator: number } | null
  readonly missingIn: (indicator: number) => number
  readonly missing: () => number
  readonly limits: (indicator: number) => readonly LimitUse[]
  /** Whether the rest may all get this mark without breaking a limit. */
  readonly canFillRest: (value: number) => boolean
  /** Gives every row without a mark this one; returns the rows as they were, for `restore`. */
  readonly fillRest: (value: number) => BallotRows
  readonly restore: (rows: BallotRows) => void
  /** All rows, the voter's own with the scale's number for it. */
  readonly rows: () => BallotRows
  /** 意见建议 as typed so far. */
  readonly suggestion: () => string
  readonly setSuggestion: (text: string) => void
  readonly ballot: () => Ballot
  /** Forgets every mark, and the suggestion. */
  readonly wipe: () => void
}

export function ballotForm(meeting: PublicMeeting, group: PublicGroup): BallotForm {
  const { indicators, instructors, scale } = meeting
  const width = indicators.length
  const own = selfValue(scale)
  const values = emptyRows(meeting)
  let self: number | null = null
  let suggestion = ''

  const valueAt = (person: number, indicator: number) => values[person * width + indicator] ?? ABSTAIN
  const used = (value: number, indicator: number) => {
    let count = 0
    for (let row = indicator; row < values.length; row += width) if (values[row] === value) count++
    return count
  }
  const others = (test: (person: number) => boolean) =>
    instructors.filter((_, person) => person !== self && test(person)).length
  const isDone = (person: number) => indicators.every((_, indicator) => valueAt(person, indicator) !== ABSTAIN)
  const missingIn = (indicator: number) => others(person => valueAt(person, indicator) === ABSTAIN)
  // Asked for by every button of the list at every tap, and the same until a mark changes.
  let counted: (readonly LimitUse[])[] = []
  const changed = () => {
    counted = []
  }
  const limits = (indicator: number): readonly LimitUse[] => {
    counted[indicator] ??= countLimits(indicator)
    return counted[indicator]
  }
  const countLimits = (indicator: number): readonly LimitUse[] =>
    scale.kind === 'points'
      ? []
      : scale.options.flatMap(({ id, label }, index) => {
          const maximum = meeting.limits[id]
          return maximum === undefined ? [] : [{ value: index + 1, label, used: used(index + 1, indicator), maximum }]
        })
  const limitOf = (value: number, indicator: number) => limits(indicator).filter(limit => limit.value === value)[0]
  const setSelf = (person: number | null) => {
    changed()
    self = group.peers ? person : null
    if (self !== null) values.fill(ABSTAIN, self * width, (self + 1) * width)
  }

  return {
    valueAt,
    mark: (person, indicator, value) => {
      if (person === self) return false
      const limit = limitOf(value, indicator)
      if (limit && valueAt(person, indicator) !== value && limit.used >= limit.maximum) return false
      changed()
      values[person * width + indicator] = value
      return true
    },
    self: () => self,
    setSelf,
    isDone,
    progress: () => ({ done: others(isDone), total: others(() => true) }),
    nextMissing: person => {
      for (let step = 1; step <= instructors.length; step++) {
        const next = (person + step) % instructors.length
        const indicator = indicators.findIndex((_, index) => valueAt(next, index) === ABSTAIN)
        if (next !== self && indicator >= 0) return { person: next, indicator }
      }
      return null
    },
    missingIn,
    missing: () => indicators.reduce((total, _, indicator) => total + missingIn(indicator), 0),
    limits,
    canFillRest: value =>
      indicators.every((_, indicator) => {
        const limit = limitOf(value, indicator)
        return !limit || limit.used + missingIn(indicator) <= limit.maximum
      }),
    fillRest: value => {
      changed()
      const before = values.slice()
      values.forEach((row, index) => {
        if (row === ABSTAIN && Math.floor(index / width) !== self) values[index] = value
      })
      return before
    },
    restore: rows => {
      changed()
      const author = rows.indexOf(own)
      values.set(rows.map(row => (row === own ? ABSTAIN : row)))
      if (author >= 0) setSelf(Math.floor(author / width))
      else if (self !== null) setSelf(self)
    },
    rows: () => {
      const all = values.slice()
      if (self !== null) all.fill(own, self * width, (self + 1) * width)
      return all
    },
    suggestion: () => suggestion,
    setSuggestion: text => {
      suggestion = text.slice(0, MOST_SUGGESTION)
    },
    ballot: () => {
      const marks: Record<string, Record<string, string>> = {}
      instructors.forEach(({ id }, person) => {
        indicators.forEach((indicator, index) => {
          const value = valueAt(person, index)
          if (value === ABSTAIN) return
          const row = marks[id] ?? {}
          row[indicator.id] = markOfValue(scale, value)
          marks[id] = row
        })
      })
      const author = self === null ? undefined : instructors[self]
      return {
        marks,
        ...(author ? { self: author.id } : {}),
        ...(suggestion.trim() === '' ? {} : { suggestion }),
      }
    },
    wipe: () => {
      values.fill(ABSTAIN)
      self = null
      suggestion = ''
    },
  }
}
