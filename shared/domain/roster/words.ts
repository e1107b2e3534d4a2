import type { LEAVING_REASONS } from './instructor.ts'

/** 专职 or 兼职, by `kind`. */
export const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['full-time', '专职'],
  ['part-time', '兼职'],
])

/** 市级, 区级 or 街道, by `level`; another level is printed as it stands. */
export const LEVEL_WORDS: ReadonlyMap<string, string> = new Map([
  ['city', '市级'],
  ['district', '区级'],
  ['subdistrict', '街道'],
])

/** How a person went in the course of the year (离任情况). */
export const LEAVING_WORDS: Readonly<Record<(typeof LEAVING_REASONS)[number], string>> = {
  left: '离任',
  died: '去世',
  withdrew: '退出考评',
}
