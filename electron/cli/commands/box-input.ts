import { InputError, type Io } from '#electron/cli/command.ts'
import { readTellers, type Tellers } from '#electron/host/box/tellers.ts'
import { readTextFile } from '#electron/host/read-text-file.ts'
import { faultLine } from '#shared/domain/evaluation/fault-words.ts'
import type { Fault } from '#shared/lib/fault.ts'
import type { Result } from '#shared/lib/result.ts'

type Read<T> = (text: string) => Result<T, readonly Fault[]>

/** What a small file of `box` holds, or an InputError with one line per fault. */
export async function readInputFile<T>(argument: string, io: Io, read: Read<T>): Promise<T> {
  const text = await readTextFile(io.path(argument)).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([`${argument}：无法读取（${error.code}）`])
  })
  const value = text.ok ? read(text.value) : text
  if (value.ok) return value.value
  throw new InputError(
    value.error.map(fault => (fault.path === '' ? `${argument}: ${faultLine(fault)}` : faultLine(fault))),
  )
}

/** The value of an option that must be there. */
export function needed(value: string | undefined, usage: string): string {
  if (value === undefined || value === '') throw new InputError([`用法：${usage}`])
  return value
}

/** Secrets come on standard input only: an argument stands in the shell's history, in npm's log and in the process list. */
export function needsStandardInput(value: string | undefined, usage: string): void {
  if (value !== '-') throw new InputError(['口令和测评码只能从标准输入给出，请写 -', `用法：${usage}`])
}

/** The tellers from standard input. */
export async function readTellersInput(io: Io): Promise<Tellers> {
  const tellers = readTellers(await io.stdin())
  if (tellers.ok) return tellers.value
  throw new InputError(tellers.error.map(faultLine))
}
