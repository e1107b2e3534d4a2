// A notice (通知、公示、通知书 …) as plain blocks: one text, set as PDF by `notice-page.ts` and as Word by electron/host/word.

export type NoticeTable = {
  readonly kind: 'table'
  readonly head: readonly string[]
  /** Each column's share of the width. */
  readonly shares: readonly number[]
  /** Every row as long as `head`. */
  readonly rows: readonly (readonly string[])[]
  /** Columns set from the left, by index; the others are centred. */
  readonly left?: readonly number[]
  /** Columns of names, by index: broken at a dot or not at all. */
  readonly names?: readonly number[]
}

export type NoticeBlock =
  /** A paragraph, its first line two characters in. */
  | { readonly kind: 'text'; readonly text: string }
  /** `一、……` */
  | { readonly kind: 'heading'; readonly text: string }
  /** From the left edge: whom it is to, what follows a list. */
  | { readonly kind: 'plain'; readonly text: string }
  /** Small words: what a person must know and no reader of the notice needs. */
  | { readonly kind: 'small'; readonly text: string }
  | { readonly kind: 'space' }
  | NoticeTable
  /** Who issues it and when, at the right. */
  | { readonly kind: 'signature'; readonly who: string; readonly date: string }
  /** The line to cut along, above a receipt. */
  | { readonly kind: 'cut' }

export type Notice = {
  /** 发文字号, above the title; left out where the paper has none. */
  readonly number?: string
  readonly title: string
  /** In brackets below the title: 讨论稿 …; null for none. */
  readonly remark: string | null
  readonly blocks: readonly NoticeBlock[]
}

/** Shorthands, so that a notice reads as its text does. */
export const text = (words: string): NoticeBlock => ({ kind: 'text', text: words })
export const headline = (words: string): NoticeBlock => ({ kind: 'heading', text: words })
export const plain = (words: string): NoticeBlock => ({ kind: 'plain', text: words })
