import { randomUUID } from 'node:crypto'
import { refuse } from '#electron/host/answer-call.ts'
import { attachmentsFolder } from '#electron/host/attachments/attachments-folder.ts'
import type { HostServices } from '#electron/host/create-handlers.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { type ArchiveSettings, DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { settingsOf } from '#shared/domain/archive/setting-texts.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { attachedFiles, withScans } from './attached-files.ts'
import type { ArchiveFailure } from './create-archive.ts'
import { yearDocuments } from './documents-of.ts'
import { gapsOfArchive } from './gaps-of-archive.ts'
import { archiveFolderOf, freeNumber, madeArchives } from './made-archives.ts'

type ArchiveHandlers = Pick<
  Handlers,
  'archive.gaps' | 'archive.create' | 'archive.cancel' | 'archive.list' | 'archive.verify' | 'archive.reveal'
>

type ArchiveServices = Pick<
  HostServices,
  'archiveFolder' | 'dataFolder' | 'sheetWorker' | 'papersWorker' | 'recountScript' | 'reveal' | 'emit'
>

export type ArchiveJobs = {
  readonly handlers: ArchiveHandlers
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

type Job = { readonly id: string; readonly cancel: AbortController; ended: Promise<void> }

const MOST_LINES = 200

/** The host's archives: one is made or checked at a time. `clock` gives the day of archiving. */
export function createArchiveJobs(services: ArchiveServices, clock: () => Date): ArchiveJobs {
  let current: Job | null = null
  let running = false
  const attachments = attachmentsFolder(services.dataFolder)

  const run = async (job: Job, asked: Asked): Promise<void> => {
    const { createArchive } = await import('./create-archive.ts')
    const { evaluation, settings } = asked
    const first = services.archiveFolder(evaluation.year)
    const number = await freeNumber(first)
    const folder = archiveFolderOf(first, number)
    const year = yearData(evaluation)
    const files = await attachedFiles(year, attachments)
    const made = await createArchive({
      evaluation,
      settings,
      date: dayOf(clock()),
      gaps: gapsOfArchive(year, asked.fondsGiven ? null : settings.fonds, files.lost),
      scans: files.scans,
      attached: files.documents,
      sample: asked.sample,
      folder,
      signal: job.cancel.signal,
      onProgress: ({ done, total, file }) => services.emit('archive.progress', { job: job.id, done, total, file }),
      files: {
        sheetWorker: services.sheetWorker,
        papersWorker: services.papersWorker,
        recount: services.recountScript,
      },
    })
    if (!made.ok) {
      running = false
      const { code, details } = errorOf(made.error)
      services.emit('archive.failed', { job: job.id, code, details: [...details] })
      return
    }
    const archive = (await madeArchives(first, evaluation.year)).find(each => each.number === number)
    if (!archive) throw new Error(`${folder} was made and is not there`)
    running = false
    services.emit('archive.finished', { job: job.id, archive, digest: made.value.digest })
  }

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
          documents: withScans(yearDocuments(own), files.scans).length + files.documents.length,
          folder: archiveFolderOf(first, await freeNumber(first)),
        },
      }
    },
    'archive.create': input => {
      if (running) return refuse('busy')
      const evaluation = readEvaluation(input.evaluation)
      if (!evaluation.ok) return refuse('bad-evaluation', faultLines(evaluation.error))
      const settings = settingsOf(input.settings)
      if (!settings.ok) return refuse('bad-request', settings.error)
      running = true
      const job: Job = { id: randomUUID(), cancel: new AbortController(), ended: Promise.resolve() }
      current = job
      const asked: Asked = {
        evaluation: evaluation.value,
        settings: settings.value,
        fondsGiven: input.settings.fonds.trim() !== '',
        sample: input.sample ?? false,
      }
      job.ended = run(job, asked).catch((error: unknown) => {
        running = false
        const code = diskFailure(error) ?? 'internal'
        services.emit('archive.failed', { job: job.id, code, details: [] })
      })
      return { ok: true, data: { job: job.id, total: yearDocuments(yearData(evaluation.value)).length } }
    },
    'archive.cancel': ({ job }) => {
      if (current?.id === job) current.cancel.abort()
      return { ok: true, data: {} }
    },
    'archive.list': async ({ year }) => ({
      ok: true,
      data: { archives: await madeArchives(services.archiveFolder(year), year) },
    }),
    'archive.verify': async ({ year, number }) => {
      if (running) return refuse('busy')
      const archive = await find(year, number)
      if (!archive) return refuse('not-found')
      const { verifyArchive } = await import('./verify-archive.ts')
      running = true
      try {
        const verified = await verifyArchive(archive.folder)
        if (!verified.ok) return refuse('not-found')
        const { findings, files, documents, people, digest } = verified.value
        const lines = findings.slice(0, MOST_LINES).map(findingLine)
        return { ok: true, data: { lines, faults: findings.length, files, documents, people, digest } }
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error
        return refuse(diskFailure(error) ?? 'disk')
      } finally {
        running = false
      }
    },
    'archive.reveal': async ({ year, number }) => {
      const archive = await find(year, number)
      if (!archive || !services.reveal) return refuse('not-found')
      return (await services.reveal(archive.folder)) ? { ok: true, data: {} } : refuse('not-found', [archive.folder])
    },
  }
  return {
    handlers,
    running: () => running,
    stop: async () => {
      current?.cancel.abort()
      await current?.ended
    },
  }
}

type Asked = {
  readonly evaluation: Evaluation
  readonly settings: ArchiveSettings
  readonly fondsGiven: boolean
  readonly sample: boolean
}

function faultLines(faults: readonly Fault[]): string[] {
  return faults.slice(0, 50).map(fault => `${fault.path}：${faultWords(fault)}`)
}

function errorOf(error: ArchiveFailure): ContractError {
  switch (error.code) {
    case 'exists':
    case 'cancelled':
      return { code: error.code, details: [] }
    case 'disk-error':
      return { code: 'disk', details: error.details }
    default:
      return { code: error.code, details: error.details }
  }
}

/** The day on the wall calendar here, not in Greenwich; ISO. */
function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
