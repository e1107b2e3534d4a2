import { refuse } from '#electron/host/answer-call.ts'
import type { HostServices } from '#electron/host/create-handlers.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { noRosterWords, workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'
import { inTurn } from './in-turn.ts'
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts'
import { registrationForm } from './registration-form.ts'
import { writeForm } from './write-form.ts'
import { writtenForm } from './written-form.ts'

type WorkbookHandlers = Pick<
  Handlers,
  'workbooks.readRoster' | 'workbooks.readGrid' | 'workbooks.write' | 'workbooks.writeRoster'
>

export type WorkbookCalls = { readonly handlers: WorkbookHandlers; readonly stop: () => void }

/** Each may take a gigabyte of memory in the worst case (`limits.ts`). */
const MOST_AT_ONCE = 2

/** The host's Excel files: read in workers, two at a time, and written. */
export function createWorkbookCalls(services: Pick<HostServices, 'workbookWorker'>): WorkbookCalls {
  const turn = inTurn(MOST_AT_ONCE)
  const stopping = new AbortController()
  const read = (name: string, base64: string): Promise<ReadWorkbook> =>
    turn(() =>
      readWorkbook(Buffer.from(base64, 'base64'), name, {
        signal: stopping.signal,
        ...(services.workbookWorker !== undefined && { worker: services.workbookWorker }),
      }),
    )
  const handlers: WorkbookHandlers = {
    'workbooks.readRoster': async ({ name, base64 }) => {
      const sheets = await read(name, base64)
      if (!sheets.ok) return refuse('bad-workbook', [workbookFaultWords(sheets.error)])
      const registration = readRegistration(sheets.value)
      if (!registration.ok) return refuse('bad-workbook', [noRosterWords(registration.error)])
      const { people, problems, notices, fields } = registration.value
      return { ok: true, data: { people, problems, notices, fields } }
    },
    'workbooks.readGrid': async ({ name, base64 }) => {
      const sheets = await read(name, base64)
      return sheets.ok
        ? { ok: true, data: { sheets: sheets.value } }
        : refuse('bad-workbook', [workbookFaultWords(sheets.error)])
    },
    'workbooks.write': ({ sheets }) => {
      const [first, ...more] = sheets.map(writtenForm)
      return first ? { ok: true, data: new Uint8Array(writeForm(first, ...more)) } : refuse('bad-request')
    },
    'workbooks.writeRoster': form => ({
      ok: true,
      data: new Uint8Array(writeForm(registrationForm({ ...form, more: true }))),
    }),
  }
  return { handlers, stop: () => stopping.abort() }
}
