/** Why an urn cannot be used; the words are made where a person reads them. */
export const URN_FAULTS = ['not-an-urn', 'newer-version', 'damaged', 'in-use', 'not-found', 'exists', 'disk'] as const

/** `place` says what is damaged, or the disk's own code. */
export type UrnFault = { readonly code: (typeof URN_FAULTS)[number]; readonly place?: string }
