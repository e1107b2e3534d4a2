import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { compareByStrokes } from '#shared/domain/roster/name-order.ts'

/**
 * The people of a ballot in its order: by 姓氏笔划 as public bodies print names, or as the roster has them. Two of one name
 * keep the roster's order. Source: FORMS.md "names by 姓氏笔划".
 */
export function orderInstructors(instructors: readonly Instructor[], order: 'strokes' | 'roster'): Instructor[] {
  return order === 'roster' ? [...instructors] : instructors.toSorted((a, b) => compareByStrokes(a.name, b.name))
}
