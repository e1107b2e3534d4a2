import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { parseName } from '#shared/domain/roster/registration/parse-name.ts'
import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type FormFault, formFault } from './form-fault.ts'

/** How two names are compared: without spaces, dots of minority names alike. */
function plainName(text: string): string {
  const parsed = parseName(text)
  return parsed.ok ? parsed.value : squeeze(text)
}

/** The one person of a name; of several, the one whose unit is the given one. A fault where that is nobody or several. */
export function personByName(people: readonly Instructor[], name: string, unit = ''): Result<Instructor, FormFault> {
  const wanted = plainName(name)
  const found = wanted === '' ? [] : people.filter(person => plainName(person.name) === wanted)
  const inUnit =
    found.length > 1 ? found.filter(person => unit !== '' && squeeze(person.unit ?? '') === squeeze(unit)) : found
  const [one] = inUnit
  if (one && inUnit.length === 1) return success(one)
  return failure(
    found.length === 0
      ? formFault('no-person', { value: name })
      : formFault('same-names', { value: name, count: found.length }),
  )
}

/**
 * The one person whose name stands in a file's name, otherwise in the name of a folder around it, the nearest first
 * (`自评/王晓明/总结.docx`). A name inside another one that also fits (王明 in 王明华) does not count.
 */
export function personInPath(people: readonly Instructor[], path: string): Result<Instructor, FormFault> {
  const parts = path.split('/').toReversed()
  for (const part of parts) {
    const text = dotless(squeeze(part))
    const fits = people.filter(person => text.includes(dotless(plainName(person.name))))
    const found = fits.filter(
      person =>
        !fits.some(other => other.name !== person.name && plainName(other.name).includes(plainName(person.name))),
    )
    const [one] = found
    if (one && found.length === 1) return success(one)
    if (found.length > 1) {
      const names = new Set(found.map(person => person.name))
      return failure(
        names.size === 1
          ? formFault('same-names', { value: one?.name ?? '', count: found.length })
          : formFault('several-people', { value: part }),
      )
    }
  }
  return failure(formFault('no-person', { value: parts[0] ?? '' }))
}

/** A file's name may hold a minority name with any dot, or with none. */
function dotless(text: string): string {
  return text.replace(/[·•‧・∙⋅･●.]/gu, '')
}
