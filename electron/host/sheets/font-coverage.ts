import { open } from 'fontkit'
import type { Covers } from '#shared/sheets/missing-glyphs.ts'
import { SHEET_FONTS } from './sheet-fonts.ts'

let coverage: Promise<ReadonlySet<number>> | null = null

/** Which characters the sheets' font has. The regular and the bold have the same ones (held by a test). */
export async function fontCoverage(): Promise<Covers> {
  coverage ??= characters(SHEET_FONTS.normal)
  const covered = await coverage
  return codePoint => covered.has(codePoint)
}

async function characters(path: string): Promise<ReadonlySet<number>> {
  const font = await open(path)
  if (!('characterSet' in font)) throw new Error(`${path} is a collection of fonts`)
  return new Set(font.characterSet)
}
