import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { InputError } from './command.ts'

/** Parses a command's arguments; anything it does not know is wrong usage, told with the command's usage line. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
  positionals: number | { readonly least: number },
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const { length } = parsed.positionals
    if (typeof positionals === 'number' ? length !== positionals : length < positionals.least)
      throw new InputError([`用法：${usage}`])
    return parsed
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError([`${error instanceof Error ? error.message : String(error)}`, `用法：${usage}`])
  }
}
