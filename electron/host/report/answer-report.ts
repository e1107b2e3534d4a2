import type { ReadWorkbook } from '#electron/host/workbook/read-workbook.ts'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { writtenForm } from '#electron/host/workbook/written-form.ts'
import { readReportBook, reportBook } from '#shared/domain/report/report-book.ts'
import {
  type FileReply,
  type OpenReply,
  refusedReport,
  type SaveReply,
  type SubmitReply,
  saveSchema,
  submitSchema,
  type UploadReply,
} from '#shared/domain/report/report-exchange.ts'
import { workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'
import { formFaultWords, formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import type { ReportStore } from './report-store.ts'

/** A file's bytes as sheets; other requests wait for their turn meanwhile. */
export type ReadSheets = (bytes: Uint8Array) => Promise<ReadWorkbook>

/** An answer to the page: a value, or a workbook's bytes. */
export type ReportAnswer =
  | { readonly kind: 'reply'; readonly reply: OpenReply | SaveReply | SubmitReply | FileReply | UploadReply }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

/** Answers the holder of a link. */
export async function answerReport(
  route: 'open' | 'save' | 'submit' | 'file' | 'read' | 'book',
  token: string,
  body: Uint8Array,
  store: ReportStore,
  readSheets: ReadSheets,
): Promise<ReportAnswer> {
  switch (route) {
    case 'open':
      return { kind: 'reply', reply: await store.open(token) }
    case 'save': {
      const save = parseShape(saveSchema, readJson(body))
      return { kind: 'reply', reply: save.ok ? await store.save(token, save.value) : refusedReport('bad-request') }
    }
    case 'submit': {
      const submit = parseShape(submitSchema, readJson(body))
      const reply = submit.ok ? await store.submit(token, submit.value) : refusedReport('bad-request')
      return { kind: 'reply', reply }
    }
    case 'file': {
      const reply = body.length > 0 ? await store.keep(token, body) : refusedReport('bad-request')
      return { kind: 'reply', reply }
    }
    case 'read':
      return { kind: 'reply', reply: await readUpload(token, body, store, readSheets) }
    case 'book': {
      const opened = await store.open(token)
      if (opened.status !== 'open') return { kind: 'reply', reply: opened }
      const [first, ...more] = reportBook(opened.view.form, opened.view.answers).sheets.map(writtenForm)
      return first
        ? { kind: 'bytes', bytes: writeForm(first, ...more) }
        : { kind: 'reply', reply: refusedReport('bad-request') }
    }
  }
}

/** The link is looked up first: nobody else's file is opened. */
async function readUpload(
  token: string,
  body: Uint8Array,
  store: ReportStore,
  readSheets: ReadSheets,
): Promise<UploadReply> {
  const opened = await store.open(token)
  if (opened.status !== 'open') return opened
  const sheets = await readSheets(body)
  if (!sheets.ok) return refusedReport('bad-workbook', workbookFaultWords(sheets.error))
  const read = readReportBook(sheets.value, opened.view.form)
  if (!read.ok) return refusedReport('bad-workbook', formFaultWords(read.error))
  const { answers, problems } = read.value
  return { status: 'read', answers, problems: problems.slice(0, 200).map(formProblemWords) }
}

/** JSON of any shape; undefined where it is none. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Only what is no UTF-8 or no JSON throws here; the schema refuses it.
    return undefined
  }
}
