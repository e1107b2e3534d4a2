import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'

// What nobody has said yet is a line to write on, never a guess.

/** A line to write `characters` characters on. */
export function blank(characters: number): string {
  return '＿'.repeat(characters)
}

/** Words that are known, or a line for them. */
export function orBlank(words: string | undefined, characters: number): string {
  return oneLine(words) || blank(characters)
}

/** `2026年12月21日`, or a date to fill in. */
export function dateOrBlank(date: string | undefined): string {
  return dateWords(date) || '＿＿＿＿年＿＿月＿＿日'
}

/** `一`, `二` … `二十`: for headings; from 1. */
export function ordinal(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(number / 10)
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${digits[number % 10]}`
}

/** Paragraph headings numbered one after another: `一、考评对象`. */
export function numberedHeadings(): (words: string) => { readonly kind: 'heading'; readonly text: string } {
  let number = 0
  return words => {
    number += 1
    return { kind: 'heading', text: `${ordinal(number)}、${words}` }
  }
}
