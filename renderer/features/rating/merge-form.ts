import { z } from 'zod'
import { type Merging, postingsOfUnions } from '#shared/domain/evaluation/merge-unions.ts'
import type { UnionDuties } from '#shared/domain/rating/duties.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { unionKey } from './use-duties.ts'

const formSchema = z.strictObject({
  /** Keys of unions (`unionKey`). */
  unions: z.array(z.string()),
  into: z.string(),
  date: z.string(),
  postings: z.array(z.string()),
  posting: z.string(),
  rename: z.boolean(),
  units: z.boolean(),
})

/** Unions that become one, as the form holds it. */
export type MergeForm = z.infer<typeof formSchema>

export function isMergeForm(value: unknown): value is MergeForm {
  return formSchema.safeParse(value).success
}

export const EMPTY_FORM: MergeForm = {
  unions: [],
  into: '',
  date: '',
  postings: [],
  posting: '',
  rename: false,
  units: true,
}

/** The form with these unions chosen; their postings come along, as far as the roster shows them. */
export function withUnions(
  form: MergeForm,
  component: RatingComponent,
  unions: readonly UnionDuties[],
  keys: readonly string[],
  people: readonly Instructor[],
): MergeForm {
  const chosen = unions.filter(union => keys.includes(unionKey(union)))
  const source = chosen[0]?.source.id
  // Only unions of one source become one.
  const own = chosen.filter(union => union.source.id === source)
  const names = own.map(({ by }) => by)
  const postings = source === undefined ? [] : postingsOfUnions(component, source, names, people)
  const standing = form.posting !== '' && !form.postings.includes(form.posting)
  return {
    ...form,
    unions: own.map(unionKey),
    postings: [...postings],
    posting: standing ? form.posting : (postings[0] ?? ''),
    into: form.into !== '' && !unions.some(({ by }) => by === form.into) ? form.into : (names[0] ?? ''),
  }
}

export type MergeFault = 'which' | 'into' | 'same' | 'date'

/** What the form says, or what it lacks. */
export function mergingOf(
  form: MergeForm,
  unions: readonly UnionDuties[],
): { readonly merging: Merging | null; readonly fault: MergeFault | null } {
  const chosen = unions.filter(union => form.unions.includes(unionKey(union)))
  const [first] = chosen
  const into = form.into.trim()
  const from = chosen.map(({ by }) => by)
  if (!first) return { merging: null, fault: 'which' }
  if (into === '') return { merging: null, fault: 'into' }
  if (from.every(name => name === into)) return { merging: null, fault: 'same' }
  return {
    merging: {
      date: form.date,
      source: first.source.id,
      from,
      into,
      postings: form.postings,
      posting: form.posting.trim(),
      rename: form.rename,
      units: form.units,
    },
    fault: form.date === '' ? 'date' : null,
  }
}
