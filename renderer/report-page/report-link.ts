import type { z } from 'zod'
import {
  type FileReply,
  fileReplySchema,
  type OpenReply,
  openReplySchema,
  REPORT_PATHS,
  type Save,
  type SaveReply,
  type Submit,
  type SubmitReply,
  saveReplySchema,
  submitReplySchema,
  type UploadReply,
  uploadReplySchema,
} from '#shared/domain/report/report-exchange.ts'

const TIMEOUT = 30_000
const SLOW = 120_000
/** As long as the server waits for a file. */
const VERY_SLOW = 600_000
const JSON_TYPE = 'application/json'

/** What the page asks of the server; `null` where no answer came back. */
export type ReportLink = {
  readonly open: () => Promise<OpenReply | null>
  readonly save: (save: Save) => Promise<SaveReply | null>
  readonly submit: (submit: Submit) => Promise<SubmitReply | null>
  /** `progress`: how much of it is there, 0 to 1. */
  readonly file: (file: Blob, progress: (part: number) => void) => Promise<FileReply | null>
  readonly read: (file: Blob) => Promise<UploadReply | null>
  readonly book: () => Promise<Blob | null>
}

/** The server, asked with the link's token: in a header, which no server writes down. */
export function reportLink(token: string): ReportLink {
  const ask = async (path: string, body: Blob | string, milliseconds: number): Promise<Response | null> => {
    const abort = new AbortController()
    const timer = window.setTimeout(() => abort.abort(), milliseconds)
    const type = typeof body === 'string' ? JSON_TYPE : 'application/octet-stream'
    const headers = { 'Content-Type': type, Authorization: `Bearer ${token}` }
    try {
      const init = {
        method: 'POST',
        headers,
        body,
        cache: 'no-store',
        redirect: 'error',
        signal: abort.signal,
      } as const
      const response = await fetch(path, init)
      // The whole answer within the time, or none.
      const whole = await response.blob()
      return new Response(whole, { status: response.status, headers: response.headers })
    } catch {
      // `fetch` fails only for want of a network here, and browsers differ in what they throw.
      return null
    } finally {
      window.clearTimeout(timer)
    }
  }
  const reply = async <T>(response: Response | null, schema: z.ZodType<T>): Promise<T | null> =>
    response ? understood(await response.text(), schema) : null
  const json = (path: string, value: unknown) => ask(path, JSON.stringify(value), TIMEOUT)
  return {
    open: async () => reply(await json(REPORT_PATHS.open, {}), openReplySchema),
    save: async save => reply(await json(REPORT_PATHS.save, save), saveReplySchema),
    submit: async submit => reply(await json(REPORT_PATHS.submit, submit), submitReplySchema),
    file: async (file, progress) => {
      const text = await sendFile(REPORT_PATHS.file, token, file, progress)
      return text === null ? null : understood(text, fileReplySchema)
    },
    read: async file => reply(await ask(REPORT_PATHS.read, file, SLOW), uploadReplySchema),
    book: async () => {
      const response = await ask(REPORT_PATHS.book, '{}', SLOW)
      return response?.ok ? response.blob() : null
    },
  }
}

function understood<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // A broken router's page, or half an answer: none of the server's.
    return null
  }
}

/** Sends a file and tells how far it is, which `fetch` cannot; its answer's text, null where there was none. */
function sendFile(path: string, token: string, file: Blob, progress: (part: number) => void): Promise<string | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.timeout = VERY_SLOW
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(request.responseText)
    request.onerror = () => resolve(null)
    request.ontimeout = () => resolve(null)
    request.send(file)
  })
}
