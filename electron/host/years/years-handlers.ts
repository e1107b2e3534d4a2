import { join } from 'node:path'
import { refuse } from '#electron/host/answer-call.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { type CheckedYear, checkedYear } from './checked-year.ts'
import { createMirrorStore } from './mirror-store.ts'

type YearsHandlers = Pick<Handlers, 'years.list' | 'years.read' | 'years.mirror' | 'years.versions' | 'years.remove'>

/** The mirror's calls. Each waits for the one before: two windows never mix two states of a year, nor does a removed one return. */
export function createYearsHandlers(
  dataFolder: string,
  now: () => Date,
  check: (text: string) => CheckedYear | Promise<CheckedYear> = checkedYear,
): YearsHandlers {
  const store = createMirrorStore(join(dataFolder, 'years'), now)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    'years.list': async () => {
      try {
        return { ok: true, data: { years: await store.list() } }
      } catch (error) {
        return diskRefusal(error)
      }
    },
    'years.read': async ({ year, version }) => {
      const found = await store.read(year, version)
      return found ? { ok: true, data: { evaluation: found.text, digest: found.digest } } : refuse('not-found')
    },
    'years.mirror': async ({ evaluation, base, force }) =>
      await inTurn(async () => {
        const checked = await check(evaluation)
        if (!checked.ok) return refuse('bad-evaluation', [...checked.error])
        const year = checked.value
        try {
          const standing = await store.read(year, null)
          if (standing && standing.text === evaluation) return { ok: true, data: { digest: standing.digest } }
          if (standing && !force && standing.digest !== base) return refuse('changed-elsewhere', [standing.digest])
          return { ok: true, data: { digest: await store.write(year, evaluation) } }
        } catch (error) {
          return diskRefusal(error)
        }
      }),
    'years.versions': async ({ year }) => ({ ok: true, data: { versions: await store.versions(year) } }),
    'years.remove': async ({ year }) =>
      await inTurn(async () => {
        try {
          await store.remove(year)
          return { ok: true, data: {} }
        } catch (error) {
          return diskRefusal(error)
        }
      }),
  }
}

function diskRefusal(error: unknown) {
  const code = diskFailure(error)
  if (code === null) throw error
  return refuse(code)
}
