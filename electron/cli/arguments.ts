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
    throw new InputError([faultOf(error), `用法：${usage}`])
  }
}

/** Node's English words name the option between quotes, with what belongs to it: `'-o, --out <value>'`. */
function faultOf(error: unknown): string {
  if (!(error instanceof TypeError && 'code' in error)) throw error
  const [, option = ''] = /'(?:-\w, )?(-[^' ]+)/.exec(error.message) ?? []
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有这个选项：${option}`
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
  return error.message.includes('does not take') ? `选项 ${option} 后面不跟内容` : `选项 ${option} 后面缺内容`
}
