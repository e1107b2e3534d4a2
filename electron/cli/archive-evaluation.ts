import type { SourcedDocument } from '#electron/host/archive/archive-document.ts'
import { attachedFiles, type SignedFile, scanFile } from '#electron/host/archive/attached-files.ts'
import { unfinishedOf } from '#electron/host/archive/build-folder.ts'
import { type ArchiveMade, createArchive } from '#electron/host/archive/create-archive.ts'
import { gapsOfArchive } from '#electron/host/archive/gaps-of-archive.ts'
import type { SupplementPrepared } from '#electron/host/archive/prepare-supplement.ts'
import { gapLine, isShortened } from '#shared/domain/archive/archive-gap.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import type { Attached } from '#shared/domain/decision/attached.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { InputError, type Io } from './command.ts'
import { diskLine } from './disk-line.ts'

/**
 * Archives a year into a folder with progress, after saying what is missing; null where it was interrupted or a sheet
 * failed, which has been told. A fault of input or disk is an InputError, and then nothing is left.
 */
export async function archiveEvaluation(
  archive: {
    readonly evaluation: Evaluation
    readonly settings: ArchiveSettings
    readonly fondsGiven: boolean
    readonly date: string
    readonly sample: boolean
    readonly folder: string
    readonly attached?: readonly SourcedDocument[]
    readonly signed?: readonly SignedFile[]
    /** Where the app keeps attached files under their hashes; left out: nowhere. */
    readonly attachments?: string | undefined
    readonly supplement?: SupplementPrepared['supplement']
    /** For a supplement: what was attached since; left out: all that the year names. */
    readonly newlyAttached?: readonly Attached[]
  },
  io: Io,
): Promise<ArchiveMade | null> {
  const { evaluation, settings, date, sample, folder, attached = [], signed = [], supplement } = archive
  const year = yearData(evaluation)
  const strangers = signed.filter(
    ({ instructor }) => instructor !== null && !evaluation.instructors.some(({ id }) => String(id) === instructor),
  )
  if (strangers.length > 0)
    throw new InputError(strangers.map(({ instructor }) => `--attach: ${instructor}: nobody · 花名册里没有这个人`))
  const files = await attachedFiles(year, archive.attachments ?? null, archive.newlyAttached)
  const gaps = gapsOfArchive(year, archive.fondsGiven ? null : settings.fonds, files.lost)
  for (const gap of gaps) io.say(gapLine(gap))
  if (gaps.some(isShortened)) io.say('以上各项的全部名单见归档中的 说明文件.txt')
  for (const name of await unfinishedOf(folder)) io.say(`上次没有做完的归档还留着，可以删除：${name}`)
  const made = await createArchive({
    evaluation,
    settings,
    date,
    gaps,
    sample,
    scans: [...files.scans, ...signed.map(each => scanFile(year, each))],
    attached: [...files.documents, ...attached],
    supplement,
    folder,
    signal: io.signal,
    onProgress: ({ done, total, file }) => io.progress(done, total, file),
  })
  io.endProgress()
  if (made.ok) {
    const { entries, digest } = made.value
    io.say(`已归档 ${entries.length} 件，共 ${entries.reduce((pages, entry) => pages + entry.pages, 0)} 页`)
    io.say(`清单的 SHA-256（请抄在移交清册或备考表上）：${digest}`)
    return made.value
  }
  switch (made.error.code) {
    case 'exists':
      throw new InputError([`${folder}: exists and is not empty · 文件夹已存在且不是空的，请换一个`])
    case 'missing-glyphs':
      throw new InputError([...made.error.details, '字体缺字，未归档'])
    case 'no-space':
    case 'read-only':
    case 'no-folder':
      throw new InputError([diskLine(made.error.code, folder, '未归档')])
    case 'disk-error':
      throw new InputError([`${folder}: ${made.error.details.join()} · 磁盘出错，未归档`])
    case 'cancelled':
      io.say('已取消，未归档')
      return null
    case 'internal':
      for (const line of made.error.details) io.say(line)
      io.say(`${made.error.details.length} 份未能生成，未归档`)
      return null
  }
}
