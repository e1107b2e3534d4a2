import { InputError, type Io } from '#electron/cli/command.ts'
import type { Tellers } from '#electron/host/box/tellers.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import type { OpenStoresOptions } from './open-stores.ts'
import { readSuggestionsChoice } from './settle-suggestions.ts'

/** The options of an opening, the same for a file and for a hub. */
export const openOptions = {
  tellers: { type: 'string' },
  json: { type: 'boolean', default: false },
  'void-damaged': { type: 'boolean', default: false },
  'lost-halls': { type: 'string', default: '0' },
  suggestions: { type: 'string' },
} as const

type OpenValues = {
  readonly tellers?: string | undefined
  readonly json: boolean
  readonly 'void-damaged': boolean
  readonly 'lost-halls': string
  readonly suggestions?: string | undefined
}

/** What an opening's options say, and the tellers from standard input; `names`: what each box is called here. */
export async function readOpening(
  values: OpenValues,
  names: readonly string[],
  usage: string,
  io: Io,
): Promise<{ readonly tellers: Tellers; readonly options: OpenStoresOptions }> {
  needsStandardInput(values.tellers, usage)
  const suggestions = readSuggestionsChoice(values.suggestions, usage)
  const lostHalls = readLostHalls(values['lost-halls'], usage)
  const tellers = await readTellersInput(io)
  return {
    tellers,
    options: { json: values.json, voidDamaged: values['void-damaged'], lostHalls, suggestions, names },
  }
}

function readLostHalls(text: string, usage: string): number {
  if (!/^[0-9]{1,2}$/.test(text)) throw new InputError([`--lost-halls ${text}：应为 0 到 99`, `用法：${usage}`])
  return Number(text)
}
