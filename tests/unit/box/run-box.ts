import { isAbsolute, resolve } from 'node:path'
import { EXIT, InputError, type Io } from '#electron/cli/command.ts'
import { box } from '#electron/cli/commands/box.ts'
import type { Ended } from './run-pingyi.ts'

/** Runs `pingyi box …` in this process, as `electron/cli/main.ts` does: for the many ways of using it wrongly. */
export async function runBox(args: readonly string[], input: string, cwd: string): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  const say = (line: string) => {
    stderr += `${line}\n`
  }
  const io: Io = {
    out: text => {
      stdout += text
    },
    say,
    progress: () => undefined,
    endProgress: () => undefined,
    stdin: async () => input,
    path: argument => (isAbsolute(argument) ? argument : resolve(cwd, argument)),
    signal: AbortSignal.abort(),
  }
  try {
    return { code: await box.run(args, io), stdout, stderr }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const line of error.lines) say(line)
    return { code: EXIT.wrongInput, stdout, stderr }
  }
}
