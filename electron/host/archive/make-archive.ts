import { attachmentsFolder } from '#electron/host/attachments/attachments-folder.ts'
import type { HostServices } from '#electron/host/create-handlers.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { attachedFiles } from './attached-files.ts'
import type { CheckWorker } from './check-in-worker.ts'
import type { DiskError } from './check-worker.ts'
import type { ArchiveFailure } from './create-archive.ts'
import { gapsOfArchive } from './gaps-of-archive.ts'
import { archiveFolderOf, freeNumber, madeArchives } from './made-archives.ts'
import type { SupplementFailure, SupplementPrepared } from './prepare-supplement.ts'

export type ArchiveServices = Pick<
  HostServices,
  | 'archiveFolder'
  | 'dataFolder'
  | 'sheetWorker'
  | 'papersWorker'
  | 'checkWorker'
  | 'workbookWorker'
  | 'recountScript'
  | 'reveal'
  | 'emit'
>

export type Asked = {
  readonly evaluation: Evaluation
  readonly settings: ArchiveSettings
  readonly fondsGiven: boolean
  readonly sample: boolean
  /** ISO. */
  readonly date: string
  readonly supplement: { readonly number: number; readonly reason: string } | null
}

export type Made = { readonly archive: MadeArchive; readonly digest: string }

type Watch = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
}

/** Makes a year's archive, or a 补充卷 to one, in the next free folder. */
export async function makeArchive(
  services: ArchiveServices,
  check: CheckWorker,
  asked: Asked,
  watch: Watch,
): Promise<Result<Made, ContractError>> {
  const { createArchive } = await import('./create-archive.ts')
  const { evaluation } = asked
  const first = services.archiveFolder(evaluation.year)
  const prepared = asked.supplement ? await correctionOf(services, check, asked, asked.supplement) : null
  if (prepared && !prepared.ok) return prepared
  const correction = prepared?.value ?? null
  const number = await freeNumber(first)
  const folder = archiveFolderOf(first, number, correction !== null)
  const year = yearData(evaluation)
  const files = await attachedFiles(year, attachmentsFolder(services.dataFolder), correction?.attached)
  const settings = correction?.settings ?? asked.settings
  const made = await createArchive({
    evaluation,
    settings,
    date: asked.date,
    gaps: gapsOfArchive(year, asked.fondsGiven || correction ? null : settings.fonds, files.lost),
    sample: asked.sample,
    scans: files.scans,
    attached: files.documents,
    supplement: correction?.supplement,
    folder,
    ...watch,
    files: {
      sheetWorker: services.sheetWorker,
      papersWorker: services.papersWorker,
      recount: services.recountScript,
    },
  })
  if (!made.ok) return failure(errorOf(made.error))
  const archive = (await madeArchives(first, evaluation.year)).find(each => each.folder === folder)
  if (!archive) throw new Error(`${folder} was made and is not there`)
  return success({ archive, digest: made.value.digest })
}

/** What a 补充卷 to the archive of a number would hold, or why there can be none. */
export async function correctionOf(
  services: ArchiveServices,
  check: CheckWorker,
  { evaluation, settings, date }: Pick<Asked, 'evaluation' | 'settings' | 'date'>,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<Result<SupplementPrepared, ContractError>> {
  const archives = await madeArchives(services.archiveFolder(evaluation.year), evaluation.year)
  const original = archives.find(each => each.number === number)
  if (!original) return failure({ code: 'not-found', details: [] })
  // Two supplements to one archive would give the same numbers twice.
  const later = archives.find(each => each.continues === original.name)
  if (later) return failure({ code: 'exists', details: [later.name] })
  const prepared = await check.prepare({
    original: original.folder,
    evaluation,
    reason,
    date,
    settings,
  })
  return prepared.ok ? prepared : failure(correctionError(prepared.error))
}

function correctionError(error: DiskError | SupplementFailure): ContractError {
  switch (error.code) {
    case 'not-sound':
      return { code: 'damaged', details: error.lines.slice(0, 50) }
    case 'not-an-archive':
    case 'other-year':
      return { code: 'not-found', details: [] }
    default:
      return { code: error.code, details: [] }
  }
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
