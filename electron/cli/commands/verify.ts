import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT } from '#electron/cli/command.ts'
import { verifyFolder } from '#electron/cli/verify-folder.ts'

const usage = 'pingyi verify DIR'

/** `pingyi verify`: an archive in, one line per thing that is not as it was made out. */
export const verify: Command = {
  usage,
  run: async (args, io) => {
    const { positionals } = readArguments(args, {}, usage, 1)
    return (await verifyFolder(positionals[0] ?? '', io)) ? EXIT.done : EXIT.failed
  },
}
