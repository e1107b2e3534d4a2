import { type Instructor, instructorSchema, type PersonDraft } from '#shared/domain/roster/instructor.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import type { InstructorFile } from '#tests/fixtures/evaluation-file.ts'

/** A person with a name, a kind and what is given: nothing that a test did not ask for takes part in it. */
export function personWith(given: Partial<PersonDraft> & { readonly name: string }): Instructor {
  return instructorSchema.parse({ id: 'i01', kind: 'full-time', ...given })
}

/** A person with everything filled in. */
export function fullPerson(given: Partial<InstructorFile> = {}): Instructor {
  return instructorSchema.parse(buildInstructor(given))
}
