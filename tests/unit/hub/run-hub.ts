import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type HubStation = {
  readonly pid: number
  readonly url: string
  readonly phone: ConnectedStation
  /** The health port's address; empty where none was asked for. */
  readonly health: string
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>
}

/** Runs `pingyi …` in a process of its own with the hub's address in its environment. */
export async function runHub(args: readonly string[], input: string, cwd: string, url: string | null): Promise<Ended> {
  const child = start(args, cwd, url)
  child.stdin?.end(input)
  return ended(child)
}

/** Starts `pingyi hub serve` with a health port and loads what is voted on, as a phone does. `nodeOptions`: as NODE_OPTIONS. */
export async function serveHub(cwd: string, url: string, box?: string, nodeOptions?: string): Promise<HubStation> {
  const named = box === undefined ? [] : ['--box', box]
  const child = start(['hub', 'serve', ...named, '--health', '0'], cwd, url, nodeOptions)
  const end = ended(child)
  if (!child.stdout || !child.stderr) throw new Error('no output')
  // The health port's line comes first.
  const said = once(createInterface(child.stderr), 'line')
  const line = once(createInterface(child.stdout), 'line')
  const [[text], [health]] = await Promise.race([
    Promise.all([line, said]),
    end.then(({ code, stderr }) => Promise.reject(new Error(`hub serve ended with ${code}: ${stderr}`))),
  ])
  const { url: station }: { readonly url: string } = JSON.parse(String(text))
  const phone = await connectStation(station)
  if (!phone) throw new Error('the station does not answer')
  return {
    pid: child.pid ?? 0,
    url: station,
    phone,
    health: /http:\/\/\S+\//.exec(String(health))?.[0] ?? '',
    end: signal => {
      child.kill(signal)
      return end
    },
  }
}

function start(args: readonly string[], cwd: string, url: string | null, nodeOptions?: string): ChildProcess {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: cwd, TMPDIR: cwd }
  delete env['PINGYI_HUB']
  delete env['PINGYI_HUB_FILE']
  if (url !== null) env['PINGYI_HUB'] = url
  if (nodeOptions !== undefined) env['NODE_OPTIONS'] = nodeOptions
  return spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
}

async function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  const [code]: unknown[] = await once(child, 'close')
  return {
    code: typeof code === 'number' ? code : null,
    stdout: Buffer.concat(out).toString('utf8'),
    stderr: Buffer.concat(err).toString('utf8'),
  }
}
