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
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { attachedFiles, withScans } from './attached-files.ts'
import { checkInWorker } from './check-in-worker.ts'
import { createDestructionHandlers } from './destruction-handlers.ts'
import { yearDocuments } from './documents-of.ts'
import { gapsOfArchive } from './gaps-of-archive.ts'
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
  const attachments = attachmentsFolder(services.dataFolder)

  const find = async (year: number, number: number): Promise<MadeArchive | null> =>
    (await madeArchives(services.archiveFolder(year), year)).find(each => each.number === number) ?? null

  const handlers: ArchiveHandlers = {
    'archive.gaps': async input => {
      const evaluation = readEvaluation(input.evaluation)
      if (!evaluation.ok) return refuse('bad-evaluation', faultLines(evaluation.error))
      const { year } = evaluation.value
      const own = yearData(evaluation.value)
      const files = await attachedFiles(own, attachments)
      const first = services.archiveFolder(year)
      const assumed = input.fonds.trim() === '' ? DEFAULT_SETTINGS.fonds : null
      return {
        ok: true,
        data: {
          gaps: gapsOfArchive(own, assumed, files.lost),
          documents: documentsIn(evaluation.value, files),
          folder: archiveFolderOf(first, await freeNumber(first)),
        },
      }
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
      const job = jobs.start(archiving(services, asked))
      // A supplement's sheets are only known when its original was read: its progress says how many.
      const total = asked.supplement ? 0 : yearDocuments(yearData(evaluation.value)).length
      return { ok: true, data: { job, total } }
    },
    'archive.correction': async ({ evaluation: text, number }) => {
      const evaluation = readEvaluation(text)
      if (!evaluation.ok) return refuse('bad-evaluation', faultLines(evaluation.error))
      const about = { evaluation: evaluation.value, settings: DEFAULT_SETTINGS, date: dayOf(clock()) }
      return await jobs.alone(async () => {
        const correction = await correctionOf(services, about, { number, reason: '' })
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
    ...createDestructionHandlers({ services, jobs, find, today: () => dayOf(clock()) }),
    'archive.verify': async ({ year, number }) => {
      if (jobs.running()) return refuse('busy')
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      return await jobs.alone(async () => {
        const verified = await checkInWorker(services.checkWorker).verify(archive.folder)
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
  return { handlers, running: jobs.running, stop: jobs.stop }
}

/** Making an archive, as a job that tells of itself. */
function archiving(services: ArchiveServices, asked: Asked): JobWork<Made> {
  const id = randomUUID()
  return {
    id,
    run: ({ signal }) =>
      makeArchive(services, asked, {
        signal,
        onProgress: progress => services.emit('archive.progress', { job: id, ...progress }),
      }),
    settle: end => () => {
      if (end.ok) services.emit('archive.finished', { job: id, ...end.value })
      else services.emit('archive.failed', { ...end.error, job: id, details: [...end.error.details], resumable: false })
    },
  }
}

function documentsIn(evaluation: Evaluation, files: Awaited<ReturnType<typeof attachedFiles>>): number {
  return withScans(yearDocuments(yearData(evaluation)), files.scans).length + files.documents.length
}

function faultLines(faults: readonly Fault[]): string[] {
  return faults.slice(0, 50).map(fault => `${fault.path}：${faultWords(fault)}`)
}

/** The day on the wall calendar here, not in Greenwich; ISO. */
function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
