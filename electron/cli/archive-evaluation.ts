import type { SourcedDocument } from '#electron/host/archive/archive-document.ts'
import { unfinishedOf } from '#electron/host/archive/build-folder.ts'
import { type ArchiveMade, createArchive } from '#electron/host/archive/create-archive.ts'
import type { SupplementPrepared } from '#electron/host/archive/prepare-supplement.ts'
import { archiveGaps } from '#shared/domain/archive/archive-gaps.ts'
import type { ArchiveSettings } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { gapLines } from '#shared/domain/score/gap-lines.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { InputError, type Io } from './command.ts'

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
    readonly supplement?: SupplementPrepared['supplement']
  },
  io: Io,
): Promise<ArchiveMade | null> {
  const { evaluation, settings, date, sample, folder, attached, supplement } = archive
  const gaps = [
    ...gapLines(gapsOf(scoreYear(evaluation))),
    ...archiveGaps({ ...evaluation, assumedFonds: archive.fondsGiven ? null : settings.fonds }),
  ]
  for (const line of gaps) io.say(line)
  for (const name of await unfinishedOf(folder)) io.say(`上次没有做完的归档还留着，可以删除：${name}`)
  const made = await createArchive({
    evaluation,
    settings,
    date,
    gaps,
    sample,
    attached,
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
      throw new InputError([`${folder}: no space left · 磁盘空间不足，未归档`])
    case 'read-only':
      throw new InputError([`${folder}: cannot be written · 无法写入（只读、无权限或文件正被打开），未归档`])
    case 'no-folder':
      throw new InputError([`${folder}: no such folder · 文件夹不存在或已断开，未归档`])
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
