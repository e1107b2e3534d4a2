import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { refuse } from '#electron/host/answer-call.ts'
import { attachmentsFolder } from '#electron/host/attachments/attachments-folder.ts'
import { createJobRunner, type JobWork } from '#electron/host/jobs/job-runner.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { CATALOGUE_JSON, EVALUATION_JSON } from '#shared/domain/archive/archive-paths.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { settingsOf } from '#shared/domain/archive/setting-texts.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { type CheckWorker, checkInWorker } from './check-in-worker.ts'
import { createDestructionHandlers } from './destruction-handlers.ts'
import { yearDocuments } from './documents-of.ts'
import { archiveFolderOf, freeNumber, madeArchives } from './made-archives.ts'
import { type ArchiveServices, type Asked, correctionOf, type Made, makeArchive } from './make-archive.ts'
import { readArchivedText } from './read-archived-text.ts'

type ArchiveHandlers = Pick<
  Handlers,
  | 'archive.gaps'
  | 'archive.create'
  | 'archive.cancel'
  | 'archive.correction'
  | 'archive.list'
  | 'archive.read'
  | 'archive.due'
  | 'archive.dueDocuments'
  | 'archive.destroy'
  | 'archive.finishDestruction'
  | 'archive.verify'
  | 'archive.reveal'
>

export type ArchiveJobs = {
  readonly handlers: ArchiveHandlers
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

const MOST_LINES = 200

/** The host's archives: one is made or checked at a time. `clock` gives the day of archiving. */
export function createArchiveJobs(services: ArchiveServices, clock: () => Date): ArchiveJobs {
  const jobs = createJobRunner()
  const check = checkInWorker(services.checkWorker, services.workbookWorker)
  const attachments = attachmentsFolder(services.dataFolder)

  const find = async (year: number, number: number): Promise<MadeArchive | null> =>
    (await madeArchives(services.archiveFolder(year), year)).find(each => each.number === number) ?? null

  const handlers: ArchiveHandlers = {
    'archive.gaps': async input => {
      const assumedFonds = input.fonds.trim() === '' ? DEFAULT_SETTINGS.fonds : null
      const surveyed = await check.survey({ evaluation: input.evaluation, assumedFonds, attachments })
      if (!surveyed.ok)
        return surveyed.error.code === 'bad-evaluation'
          ? refuse('bad-evaluation', faultLines(surveyed.error.faults))
          : refuse(surveyed.error.code)
      const { year, gaps, documents } = surveyed.value
      const first = services.archiveFolder(year)
      return { ok: true, data: { gaps: [...gaps], documents, folder: archiveFolderOf(first, await freeNumber(first)) } }
    },
    'archive.create': input => {
      if (jobs.running()) return refuse('busy')
      const evaluation = readEvaluation(input.evaluation)
      if (!evaluation.ok) return refuse('bad-evaluation', faultLines(evaluation.error))
      const settings = settingsOf(input.settings)
      if (!settings.ok) return refuse('bad-request', settings.error)
      const asked: Asked = {
        evaluation: evaluation.value,
        settings: settings.value,
        fondsGiven: input.settings.fonds.trim() !== '',
        sample: input.sample ?? false,
        date: dayOf(clock()),
        supplement: input.supplement ?? null,
      }
      const job = jobs.start(archiving(services, check, asked))
      // A supplement's sheets are only known when its original was read: its progress says how many.
      const total = asked.supplement ? 0 : yearDocuments(yearData(evaluation.value)).length
      return { ok: true, data: { job, total } }
    },
    'archive.correction': async ({ evaluation: text, number }) => {
      const evaluation = readEvaluation(text)
      if (!evaluation.ok) return refuse('bad-evaluation', faultLines(evaluation.error))
      const about = { evaluation: evaluation.value, settings: DEFAULT_SETTINGS, date: dayOf(clock()) }
      return await jobs.alone(async () => {
        const correction = await correctionOf(services, check, about, { number, reason: '' })
        if (!correction.ok) return refuse(correction.error.code, correction.error.details)
        const { supplement, effects, attached } = correction.value
        return {
          ok: true,
          data: { changes: supplement.changes, effects: [...effects], attached: attached.map(each => each.file.name) },
        }
      })
    },
    'archive.cancel': ({ job }) => {
      jobs.end(job, 'cancel')
      return { ok: true, data: {} }
    },
    'archive.list': async ({ year }) => ({
      ok: true,
      data: { archives: await madeArchives(services.archiveFolder(year), year) },
    }),
    'archive.read': async ({ year, number }) => {
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      const evaluation = await readArchivedText(join(archive.folder, EVALUATION_JSON))
      const catalogue = await readArchivedText(join(archive.folder, CATALOGUE_JSON))
      return evaluation.ok && catalogue.ok
        ? { ok: true, data: { evaluation: evaluation.value, catalogue: catalogue.value } }
        : refuse('not-found')
    },
    ...createDestructionHandlers({ services, check, jobs, find, today: () => dayOf(clock()) }),
    'archive.verify': async ({ year, number }) => {
      if (jobs.running()) return refuse('busy')
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      return await jobs.alone(async () => {
        const verified = await check.verify(archive.folder)
        if (!verified.ok) return refuse(verified.error.code === 'not-an-archive' ? 'not-found' : verified.error.code)
        const { findings, files, documents, people, digest, supplement, chain, destroyed } = verified.value
        const lines = findings.slice(0, MOST_LINES).map(findingLine)
        const before = supplement && !supplement.found ? null : [...chain]
        return {
          ok: true,
          data: {
            ...{ lines, faults: findings.length, files, documents, people, digest, chain: before },
            destroyed: destroyed && {
              documents: destroyed.numbers.length,
              data: destroyed.data,
              digest: destroyed.digest,
            },
          },
        }
      })
    },
    'archive.reveal': async ({ year, number }) => {
      const archive = await find(year, number)
      if (!archive || !services.reveal) return refuse('not-found')
      return (await services.reveal(archive.folder)) ? { ok: true, data: {} } : refuse('not-found', [archive.folder])
    },
  }
  return {
    handlers,
    running: jobs.running,
    stop: async () => {
      await jobs.stop()
      await check.stop()
    },
  }
}

/** Making an archive, as a job that tells of itself. */
function archiving(services: ArchiveServices, check: CheckWorker, asked: Asked): JobWork<Made> {
  const id = randomUUID()
  return {
    id,
    run: ({ signal }) =>
      makeArchive(services, check, asked, {
        signal,
        onProgress: progress => services.emit('archive.progress', { job: id, ...progress }),
      }),
    settle: end => () => {
      if (end.ok) services.emit('archive.finished', { job: id, ...end.value })
      else services.emit('archive.failed', { ...end.error, job: id, details: [...end.error.details], resumable: false })
    },
  }
}

function faultLines(faults: readonly Fault[]): string[] {
  return faults.slice(0, 50).map(fault => `${fault.path}：${faultWords(fault)}`)
}

/** The day on the wall calendar here, not in Greenwich; ISO. */
function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
