import { keepCompiledCode } from '#electron/host/compile-cache.ts'
import { type Command, EXIT, type Exit, InputError, type Io } from './command.ts'
import { processIo } from './process-io.ts'

// Each command is loaded only when it is asked for: `score` must not pay for the printer.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  archive: async () => (await import('./commands/archive.ts')).archive,
  box: async () => (await import('./commands/box.ts')).box,
  hub: async () => (await import('./commands/hub.ts')).hub,
  import: async () => (await import('./commands/import.ts')).importRoster,
  score: async () => (await import('./commands/score.ts')).score,
  demo: async () => (await import('./commands/demo.ts')).demo,
  destroy: async () => (await import('./commands/destroy.ts')).destroy,
  due: async () => (await import('./commands/due.ts')).due,
  sheets: async () => (await import('./commands/sheets.ts')).sheets,
  verify: async () => (await import('./commands/verify.ts')).verify,
}

async function run(args: readonly string[], io: Io): Promise<Exit> {
  const [name, ...rest] = args
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    io.say(`用法：npm run -s pingyi -- <命令>   命令：${Object.keys(COMMANDS).join(' ')}`)
    return EXIT.wrongInput
  }
  const command = await load()
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const line of error.lines) io.say(line)
    return EXIT.wrongInput
  }
}

keepCompiledCode()
const interrupt = new AbortController()
process.once('SIGINT', () => interrupt.abort())
process.once('SIGTERM', () => interrupt.abort())
// A reader that closed the pipe (`| head`) is no error; where it read the words for people, the job goes on without them.
process.stderr.on('error', error => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})
process.exitCode = await run(process.argv.slice(2), processIo(interrupt.signal))
