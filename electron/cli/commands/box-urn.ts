import { EXIT, type Exit, type Io } from '#electron/cli/command.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { urnFaultExit, urnFaultWords } from './box-words.ts'

/**
 * Runs `use` on the urn that an argument names and lets go of it, whatever happens; a fault is told in words. `thread`: as for
 * `openUrn`.
 */
export async function withUrn(
  argument: string,
  io: Io,
  use: (store: BallotStore) => Promise<Exit>,
  thread?: URL,
): Promise<Exit> {
  if (argument === '') return EXIT.wrongInput
  const store = await openUrn(io.path(argument), thread)
  if (!store.ok) {
    io.say(`${argument}：${urnFaultWords(store.error)}`)
    return urnFaultExit(store.error)
  }
  try {
    return await use(store.value)
  } finally {
    await store.value.release()
  }
}

/** The same with several urns, in their order. */
export async function withUrns(
  paths: readonly string[],
  io: Io,
  use: (stores: readonly BallotStore[]) => Promise<Exit>,
): Promise<Exit> {
  const [path, ...others] = paths
  if (path === undefined) return use([])
  return withUrn(path, io, store => withUrns(others, io, stores => use([store, ...stores])))
}
