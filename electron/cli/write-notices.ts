import { writeWord } from '#electron/host/word/write-word.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { InputError, type Io } from './command.ts'

/**
 * Writes notices (form ids) of people (ids, null for all) as Word into a folder with progress; the files, or null where
 * it was interrupted, which has been told. A fault of the disk is an InputError.
 */
export async function writeNotices(
  evaluation: Evaluation,
  formIds: readonly string[],
  instructors: readonly string[] | null,
  folder: string,
  sample: boolean,
  io: Io,
): Promise<readonly string[] | null> {
  const written = await writeWord({
    evaluation,
    forms: formIds,
    instructors,
    folder,
    sample,
    signal: io.signal,
    onProgress: ({ done, total, file }) => io.progress(done, total, file),
  })
  io.endProgress()
  if (written.ok) return written.value
  const { code, details } = written.error
  const finished = `已写好 ${written.error.written.length} 份`
  switch (code) {
    case 'no-space':
      throw new InputError([`${details.join()}: no space left · 磁盘空间不足，${finished}`])
    case 'read-only':
      throw new InputError([
        `${details.join()}: cannot be written · 无法写入（只读、无权限或文件正被打开），${finished}`,
      ])
    case 'no-folder':
      throw new InputError([`${details.join()}: no such folder · 文件夹不存在或已断开，${finished}`])
    case 'cancelled':
      io.say(`已取消，${finished}`)
      return null
  }
}
