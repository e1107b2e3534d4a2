import { z } from 'zod'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { type RatingComponent, type SelfComponent, schemeSchema } from '#shared/domain/scheme/scheme.ts'
import { componentId, date, instructorId, name, sourceId, words, year } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** The most people on one form: a whole city's. */
const MOST_PEOPLE = 2_000

/** Cells as they are typed, by their ids (`rating-entry.ts`, `self-entry.ts`; `summary` for the year summary). */
export const cellsSchema = z.record(z.string().min(1).max(80), words)

/** Whom a form is about: what one needs to know whom one rates, and nothing more (个人信息保护法 art. 6). */
const personSchema = z.strictObject({
  id: instructorId,
  name,
  unit: words.optional(),
  kind: z.enum(['full-time', 'part-time']),
  posting: name.optional(),
  /** What the office knew when the form went out. */
  cells: cellsSchema,
})

const head = {
  year,
  organiser: words,
  /** What the people appraised are called. */
  appraised: name,
  /** `2026-11-30`; '' where none is set. */
  deadline: z.union([z.literal(''), date]),
  /** The scheme that everybody is appraised by, with its districts' variants: what is asked of a person follows from it. */
  scheme: schemeSchema,
  component: componentId,
}

const ratingFormSchema = z.strictObject({
  kind: z.literal('rating'),
  ...head,
  /** One of the component's sources. */
  source: sourceId,
  /** The union's name; '' where nothing says which one it is. */
  by: words,
  people: z.array(personSchema).min(1).max(MOST_PEOPLE),
})

const selfFormSchema = z.strictObject({
  kind: z.literal('self'),
  ...head,
  people: z.array(personSchema).length(1),
})

const eitherSchema = z
  .discriminatedUnion('kind', [ratingFormSchema, selfFormSchema])
  .refine(
    form => form.scheme.components.some(each => each.id === form.component && each.kind === form.kind),
    'component',
  )
  .refine(
    form =>
      form.kind === 'self' ||
      form.scheme.components.some(
        each => each.kind === 'rating' && each.sources.some(source => source.id === form.source),
      ),
    'source',
  )

/** A form that is filled in online (网上报送): one union's ratings, or one person's self-assessment. */
export type ReportForm = DeepReadonly<z.infer<typeof eitherSchema>>
export const reportFormSchema: z.ZodType<ReportForm, DeepReadonly<z.input<typeof eitherSchema>>> = eitherSchema

export type RatingReportForm = Extract<ReportForm, { kind: 'rating' }>
export type SelfReportForm = Extract<ReportForm, { kind: 'self' }>
export type ReportPerson = ReportForm['people'][number]

/** What tells a union's form from all others of its year. */
export function ratingReportKey(component: string, source: string, by: string): string {
  return JSON.stringify(['rating', component, source, by])
}

/** What tells a form from all others of its year: the same after a scheme or a roster has changed. */
export function reportKey(form: ReportForm): string {
  return form.kind === 'rating'
    ? ratingReportKey(form.component, form.source, form.by)
    : JSON.stringify(['self', form.people[0]?.id ?? ''])
}

/** A union's component as it asks for a person (a district's variant may have other indicators); without one, the main one. */
export function ratingComponentOf({ scheme, component }: RatingReportForm, person?: ReportPerson): RatingComponent {
  const main = scheme.components.find(each => each.id === component)
  if (main?.kind !== 'rating') throw new Error('a form without its component')
  return person ? componentFor(scheme, main, person.posting) : main
}

/** A self-assessment's component as it asks for its person. */
export function selfComponentOf({ scheme, component, people }: SelfReportForm): SelfComponent {
  const main = scheme.components.find(each => each.id === component)
  if (main?.kind !== 'self') throw new Error('a form without its component')
  return componentFor(scheme, main, people[0]?.posting)
}

/** The source that a union's form is for. */
export function sourceOf(form: RatingReportForm): RatingComponent['sources'][number] {
  const source = ratingComponentOf(form).sources.find(each => each.id === form.source)
  if (!source) throw new Error('a form without its source')
  return source
}

/** Who fills a form in, as lists and the page call them: the union, or the person. */
export function reporterName(form: ReportForm): string {
  return form.kind === 'self' ? (form.people[0]?.name ?? '') : form.by === '' ? sourceOf(form).name : form.by
}

/** What a form is called: 2026年度集体协商指导员综合评定表. */
export function reportTitle(form: ReportForm): string {
  const { name } = form.kind === 'self' ? selfComponentOf(form) : ratingComponentOf(form)
  return `${form.year}年度${form.appraised}${name}表`
}
