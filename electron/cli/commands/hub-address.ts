import { readFile } from 'node:fs/promises'
import { type Exit, InputError, type Io } from '#electron/cli/command.ts'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { HubFailure } from '#electron/host/hub/hub-failure.ts'
import type { HubStore } from '#electron/host/hub/hub-store.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { hubFaultExit, hubFaultWords } from './hub-words.ts'

const WANTED = [
  '没有数据库地址：请设环境变量 PINGYI_HUB（postgres://…），或把地址写进文件，用 PINGYI_HUB_FILE 指明这个文件',
  '地址里有口令，不能写在命令行上',
]

/** Runs `use` with the database that the environment, or a file it names, tells; lets go of it, whatever happens. */
export async function withDatabase(io: Io, use: (db: HubDatabase) => Promise<Exit>): Promise<Exit> {
  const db = hubDatabase(await address(io))
  try {
    return await use(db)
  } catch (error) {
    if (!(error instanceof HubFailure)) throw error
    const fault = { code: 'unreachable' as const, state: error.state }
    io.say(hubFaultWords(fault))
    return hubFaultExit(fault)
  } finally {
    await db.end()
  }
}

/** Runs `use` with the box that is named, or with the only one there is; a fault is told in words. */
export async function withHubBox(
  named: string | undefined,
  io: Io,
  use: (store: HubStore) => Promise<Exit>,
): Promise<Exit> {
  return withDatabase(io, db => inDatabase(db, named, io, use))
}

/** The same with several boxes of one database, in their order. */
export async function withHubBoxes(
  named: readonly (string | undefined)[],
  io: Io,
  use: (stores: readonly HubStore[]) => Promise<Exit>,
): Promise<Exit> {
  const withRest = (db: HubDatabase, [box, ...others]: typeof named, stores: readonly HubStore[]): Promise<Exit> =>
    inDatabase(db, box, io, store => {
      const all = [...stores, store]
      return others.length > 0 ? withRest(db, others, all) : use(all)
    })
  return withDatabase(io, db => withRest(db, named, []))
}

async function inDatabase(
  db: HubDatabase,
  named: string | undefined,
  io: Io,
  use: (store: HubStore) => Promise<Exit>,
): Promise<Exit> {
  const store = await openHubBox(db, named ?? null, secureRandom)
  if (!store.ok) {
    io.say(hubFaultWords(store.error))
    return hubFaultExit(store.error)
  }
  try {
    return await use(store.value)
  } finally {
    await store.value.release()
  }
}

async function address(io: Io): Promise<string> {
  const file = process.env['PINGYI_HUB_FILE']
  const url = process.env['PINGYI_HUB'] ?? (file ? await readAddress(file, io) : '')
  if (url === '') throw new InputError(WANTED)
  // The address itself is never shown: it holds a password.
  if (!/^postgres(ql)?:\/\//.test(url)) throw new InputError(['数据库地址应以 postgres:// 开头'])
  return url
}

async function readAddress(file: string, io: Io): Promise<string> {
  try {
    return (await readFile(io.path(file), 'utf8')).trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new InputError([`PINGYI_HUB_FILE ${file}：无法读取（${code}）`])
  }
}
