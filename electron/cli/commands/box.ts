import { type Command, InputError } from '#electron/cli/command.ts'

// Each is loaded only when it is asked for, as the commands themselves are.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  create: async () => (await import('./box-create.ts')).boxCreate,
  seal: async () => (await import('./box-seal.ts')).boxSeal,
  serve: async () => (await import('./box-serve.ts')).boxServe,
  cast: async () => (await import('./box-cast.ts')).boxCast,
  open: async () => (await import('./box-open.ts')).boxOpen,
}

const usage = `pingyi box ${Object.keys(COMMANDS).join('|')} …`

/** `pingyi box …`: one meeting's ballots from the slips to the count, without the app. */
export const box: Command = {
  usage,
  run: async ([name, ...rest], io) => {
    const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) throw new InputError([`用法：${usage}`])
    return (await load()).run(rest, io)
  },
}
