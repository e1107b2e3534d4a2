import { isAbsolute, resolve } from 'node:path'
import type { Io } from './command.ts'

const BAR = 24

/**
 * The package's scripts that run this command. npm starts them in the project's folder and notes the caller's in
 * INIT_CWD; under any other script (a test that runs the command) that variable is about somebody else.
 */
const NPM_SCRIPTS: ReadonlySet<string> = new Set(['pingyi', 'demo'])

/** The real process's Io. The bar is drawn on a terminal only; elsewhere a line is printed every tenth. */
export function processIo(signal: AbortSignal): Io {
  const npmFolder = NPM_SCRIPTS.has(process.env['npm_lifecycle_event'] ?? '') ? process.env['INIT_CWD'] : undefined
  let shown = -1
  return {
    out: text => {
      process.stdout.write(text)
    },
    say: line => {
      process.stderr.write(`${line}\n`)
    },
    progress: (done, total, what) => {
      if (process.stderr.isTTY) {
        const full = total === 0 ? BAR : Math.floor((BAR * done) / total)
        process.stderr.write(`\r\u001B[K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${total} ${what}`)
        return
      }
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total)
      if (tenth !== shown) process.stderr.write(`${done}/${total} ${what}\n`)
      shown = tenth
    },
    endProgress: () => {
      shown = -1
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
    },
    stdin: readStdin,
    path: argument => (isAbsolute(argument) ? argument : resolve(npmFolder ?? process.cwd(), argument)),
    signal,
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
