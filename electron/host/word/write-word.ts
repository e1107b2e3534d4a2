import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DiskFailure, diskFailure } from '#electron/host/sheets/disk-failure.ts'
import { planSheets } from '#electron/host/sheets/plan-sheets.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Notice } from '#shared/sheets/notice/notice.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import { noticeWord } from './notice-word.ts'

/** The forms that also come as Word, in the order of `forms`. */
export const WORD_FORMS: readonly Form[] = forms.filter(form => form.notice !== undefined)

export type WordRequest = {
  readonly evaluation: Evaluation
  /** Ids of `WORD_FORMS`; one that is not known writes nothing. */
  readonly forms: readonly string[]
  /** The people whose own notices are written, null for all. */
  readonly instructors: readonly string[] | null
  readonly folder: string
  readonly sample: boolean
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
  readonly signal?: AbortSignal | undefined
}

export type WordFailure = {
  readonly code: DiskFailure | 'cancelled'
  /** What could not be written. */
  readonly details: readonly string[]
  /** What was finished before; it stays in the folder, whole. */
  readonly written: readonly string[]
}

/**
 * Writes notices as .docx under the names of the PDF sheets: the same text from the same figures, for offices that put
 * their red head on in WPS. Resolves to the files, relative to the folder.
 */
export async function writeWord(request: WordRequest): Promise<Result<readonly string[], WordFailure>> {
  const { evaluation, folder, sample, signal, onProgress } = request
  const known = WORD_FORMS.map(form => form.id).filter(id => request.forms.includes(id))
  const plan = planSheets(evaluation, known, request.instructors)
  const year = yearData(evaluation)
  const written: string[] = []
  for (const sheet of plan) {
    if (signal?.aborted) return failure({ code: 'cancelled', details: [], written })
    const file = sheet.file.replace(/\.pdf$/, '.docx')
    const form = WORD_FORMS.find(each => each.id === sheet.form)
    const notice = form ? noticeOf(form, year, sheet.instructor) : null
    if (!form || !notice) throw new Error(`no notice for ${sheet.file}`)
    const bytes = await noticeWord(notice, { title: form.title, organiser: evaluation.organiser, sample })
    try {
      await mkdir(folder, { recursive: true })
      await writeWholeFile(join(folder, file), bytes)
    } catch (error) {
      const code = diskFailure(error)
      if (!code) throw error
      return failure({ code, details: [join(folder, file)], written })
    }
    written.push(file)
    onProgress?.({ done: written.length, total: plan.length, file })
  }
  return success(written)
}

function noticeOf(form: Form, year: YearData, instructor: string | null): Notice | null {
  if (form.per === 'year') return form.notice?.(year) ?? null
  const person = year.score.people.find(each => each.instructor.id === instructor)
  return person ? (form.notice?.(year, person) ?? null) : null
}
