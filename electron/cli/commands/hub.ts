import { type Command, InputError } from '#electron/cli/command.ts'

// Each is loaded only when it is asked for, as the commands themselves are.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  create: async () => (await import('./hub-create.ts')).hubCreate,
  seal: async () => (await import('./hub-seal.ts')).hubSeal,
  serve: async () => (await import('./hub-serve.ts')).hubServe,
  open: async () => (await import('./hub-open.ts')).hubOpen,
  report: async () => (await import('./hub-report.ts')).hubReport,
}

const usage = `pingyi hub ${Object.keys(COMMANDS).join('|')} …`

/** `pingyi hub …`: as `pingyi box`, the ballots in a database that any number of stations share. */
export const hub: Command = {
  usage,
  run: async ([name, ...rest], io) => {
    const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) throw new InputError([`用法：${usage}`])
    return (await load()).run(rest, io)
  },
}
