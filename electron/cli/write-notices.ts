import { writeWord } from '#electron/host/word/write-word.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { InputError, type Io } from './command.ts'
import { diskLine } from './disk-line.ts'

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
    case 'read-only':
    case 'no-folder':
      throw new InputError([diskLine(code, details.join(), finished)])
    case 'cancelled':
      io.say(`已取消，${finished}`)
      return null
  }
}
