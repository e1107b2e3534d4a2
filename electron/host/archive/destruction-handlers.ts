import { refuse } from '#electron/host/answer-call.ts'
import type { JobRunner } from '#electron/host/jobs/job-runner.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { documentDue, isDue } from '#shared/domain/archive/due-documents.ts'
import type { CheckWorker } from './check-in-worker.ts'
import type { DestroyFailure } from './destroy-documents.ts'
import { dueArchives } from './due-archives.ts'
import { keptDocuments } from './kept-documents.ts'
import type { ArchiveServices } from './make-archive.ts'

type DestructionHandlers = Pick<
  Handlers,
  'archive.due' | 'archive.dueDocuments' | 'archive.destroy' | 'archive.finishDestruction'
>

type Around = {
  readonly services: ArchiveServices
  readonly check: CheckWorker
  readonly jobs: JobRunner
  readonly find: (year: number, number: number) => Promise<MadeArchive | null>
  /** The day on the wall calendar, ISO. */
  readonly today: () => string
}

/** What is due, and its destruction. */
export function createDestructionHandlers({ services, check, jobs, find, today }: Around): DestructionHandlers {
  const verify = check.verifyOne
  return {
    'archive.due': async () => ({ ok: true, data: await dueArchives(services.archiveFolder) }),
    'archive.dueDocuments': async ({ year, number }) => {
      const archive = await find(year, number)
      const kept = archive && (await keptDocuments(archive.folder))
      if (!kept) return refuse('not-found')
      return {
        ok: true,
        data: {
          documents: kept.flatMap(entry => {
            const own = documentDue(entry)
            if (!own || own.due === null || !isDue(own, today())) return []
            const { number: reference, title, pages } = entry
            return [{ number: reference, title, pages, retention: own.retention, due: own.due }]
          }),
        },
      }
    },
    'archive.destroy': async ({ year, number, documents, ...decision }) => {
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      return await jobs.alone(() =>
        guarded(async () => {
          const { destroyDocuments } = await import('./destroy-documents.ts')
          const destroyed = await destroyDocuments({
            ...{ folder: archive.folder, verify, numbers: documents, papersWorker: services.papersWorker },
            decision: { ...decision, date: today() },
          })
          if (!destroyed.ok) return refused(destroyed.error)
          const { documents: count, digest, left } = destroyed.value
          return { ok: true as const, data: { documents: count, digest, left: left.length } }
        }),
      )
    },
    'archive.finishDestruction': async ({ year, number }) => {
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      return await jobs.alone(() =>
        guarded(async () => {
          const { finishDestruction } = await import('./destroy-documents.ts')
          const finished = await finishDestruction({ folder: archive.folder, verify })
          return finished.ok
            ? { ok: true as const, data: { left: finished.value.left.length } }
            : refused(finished.error)
        }),
      )
    },
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof refuse>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return refuse(diskFailure(error) ?? 'disk')
  }
}

function refused({ code, lines }: DestroyFailure): ReturnType<typeof refuse> {
  if (code === 'not-sound') return refuse('damaged', lines.slice(0, 50))
  return code === 'unreadable' ? refuse('not-found') : refuse('bad-request', lines.slice(0, 50))
}
