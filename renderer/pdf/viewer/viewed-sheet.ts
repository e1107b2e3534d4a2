/** One document of a row to look through. */
export type ViewedSheet = {
  readonly key: string
  /** 年度考评登记表 */
  readonly title: string
  /** Whose, or of what. */
  readonly about: string
}

/** Its bytes, or in words why there are none. */
export type LoadedSheet =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly words: string }
