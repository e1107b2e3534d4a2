import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the real command in a process of its own, with `input` on its standard input. */
export async function runPingyi(args: readonly string[], input: string, cwd: string): Promise<Ended> {
  const child = start(args, cwd)
  const output = collect(child)
  child.stdin?.end(input)
  const code = await new Promise<number | null>(resolve => {
    child.on('close', resolve)
  })
  return { code, ...output() }
}

export type ServingStation = {
  readonly url: string
  readonly pid: number
  /** Sends a signal and waits for the process to end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ended & { readonly signal: NodeJS.Signals | null }>
}

/** Starts `box serve` in a process of its own; resolves at its first line, rejects where it ends without one. */
export async function servePingyi(urn: string, cwd: string): Promise<ServingStation> {
  const child = start(['box', 'serve', urn], cwd)
  const output = collect(child)
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [line = '', ...more] = output().stdout.split('\n')
      if (more.length > 0) resolve(JSON.parse(line).url)
    })
    ended.then(({ code }) => reject(new Error(`box serve ended with ${code}: ${output().stderr}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    end: async signal => {
      child.kill(signal)
      return { ...(await ended), ...output() }
    },
  }
}

function start(args: readonly string[], cwd: string): ChildProcess {
  // Whatever it may write for itself lands in the test's own folder, where it is looked for.
  const env = { ...process.env, HOME: cwd, TMPDIR: cwd, TMP: cwd, TEMP: cwd }
  return spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return () => ({ stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
}
