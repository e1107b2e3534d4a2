import type { InstructorKind } from '#shared/domain/roster/instructor.ts'

/** What a person should know of an import though nothing is wrong with it. `rows` as Excel numbers them. */
export type Notice =
  /** Nothing in the file says 专职 or 兼职: all these were taken as `kind`. */
  | { readonly code: 'kind-assumed'; readonly kind: InstructorKind; readonly count: number }
  /** Cells that are not filled in; the person came without them. */
  | { readonly code: 'blank'; readonly sheet: string; readonly column: string; readonly rows: readonly number[] }
  | {
      readonly code: 'same-name'
      readonly name: string
      readonly places: readonly { readonly sheet: string; readonly row: number }[]
    }
  /** Rows hidden (mostly by a filter): their people were read. */
  | { readonly code: 'hidden-rows'; readonly sheet: string; readonly rows: readonly number[] }
  | { readonly code: 'hidden-sheet'; readonly sheet: string }
  /** A sheet that holds no roster beside one that does. */
  | { readonly code: 'other-sheet'; readonly sheet: string }
  | { readonly code: 'unread-columns'; readonly sheet: string; readonly columns: readonly string[] }
