import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { printVolumes } from '#electron/host/sheets/print-volumes.ts'
import type { PrintedSheet } from '#shared/contract/sheets.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import { InputError, type Io } from './command.ts'
import { diskLine } from './disk-line.ts'

/**
 * Prints forms (ids, null for all) of people (ids, null for all) into a folder with progress, a file each or `bound` into one;
 * `sample` marks every page as the sample's. What was written, or null where it was interrupted or a sheet failed, which has
 * been told. A fault of input or folder is an InputError.
 */
export async function printEvaluation(
  evaluation: Evaluation,
  chosen: {
    readonly forms: readonly string[] | null
    readonly people: readonly string[] | null
    readonly bound?: boolean
  },
  folder: string,
  sample: boolean,
  io: Io,
): Promise<readonly PrintedSheet[] | null> {
  const print = chosen.bound ? printVolumes : printSheets
  const printed = await print({
    evaluation,
    forms: chosen.forms ?? forms.map(form => form.id),
    instructors: chosen.people,
    folder,
    sample,
    signal: io.signal,
    onProgress: ({ done, total, file }) => io.progress(done, total, file),
  })
  io.endProgress()
  if (printed.ok) return printed.value
  const { code, details } = printed.error
  const finished = `已印好 ${printed.error.printed.length} ${chosen.bound ? '册' : '份'}`
  switch (code) {
    case 'missing-glyphs':
      throw new InputError([...details, '字体缺字，未打印'])
    case 'no-space':
    case 'read-only':
    case 'no-folder':
      throw new InputError([diskLine(code, details.join(), finished)])
    case 'cancelled':
      io.say(`已取消，${finished}`)
      return null
    case 'internal':
      for (const line of details) io.say(line)
      io.say(`${details.length} 份未能打印，${finished}`)
      return null
  }
}
