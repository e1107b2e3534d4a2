import type { InstructorKind } from '#shared/domain/roster/instructor.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CellFault, cellFault } from './problem.ts'
import { squeeze } from './tidy.ts'

/** 专职 or 兼职 of a cell, also as 专 or 兼. */
export function parseKind(text: string): Result<InstructorKind, CellFault> {
  const word = squeeze(text).replace(/(?:职|职指导员|职人员)$/, '')
  if (word === '专') return success('full-time')
  if (word === '兼') return success('part-time')
  return failure(cellFault('not-a-kind', { value: text }))
}

/**
 * What a title or a sheet's name states of everybody below it: 专职 or 兼职 where it names exactly one of them
 * (`兼职集体协商指导员登记表`), null where it names both or none.
 */
export function kindOfTitle(title: string): InstructorKind | null {
  const words = squeeze(title).replace(/[^\p{Script=Han}]/gu, '')
  if (/专兼职|兼专职/.test(words)) return null
  const full = words.includes('专职')
  if (full === words.includes('兼职')) return null
  return full ? 'full-time' : 'part-time'
}
