/** Something that should not be there, by the check that found it. */
export type Finding = { readonly check: string; readonly what: string }
