import { join } from 'node:path'
import { createArchiveJobs } from '#electron/host/archive/archive-handlers.ts'
import type { ArchiveSettingTexts } from '#shared/contract/archive.ts'
import { type CallInput, type EventName, events } from '#shared/contract/contract.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'

export const NOTHING_SAID: ArchiveSettingTexts = { fonds: '', body: '', separator: '', retention: '' }

type Told = { readonly name: EventName; readonly payload: Record<string, unknown> }

/** The archive calls over a real documents folder; `ended` resolves to the event that ends the job. */
export async function startArchives() {
  const documents = await temporaryFolder()
  const told: Told[] = []
  let tell: (event: Told) => void = () => undefined
  const jobs = createArchiveJobs(
    {
      archiveFolder: year => join(documents, `${year}年度归档`),
      dataFolder: join(documents, '..', 'data'),
      reveal: async () => true,
      emit: (name, payload) => {
        // As it goes over the wire.
        const event = { name, payload: events[name].parse(payload) as Record<string, unknown> }
        told.push(event)
        tell(event)
      },
    },
    () => new Date(2027, 0, 5, 23, 30),
  )
  const ended = () =>
    new Promise<Told>(resolve => {
      tell = event => {
        if (event.name !== 'archive.progress') resolve(event)
      }
    })
  const make = async (
    file: EvaluationFile,
    settings = NOTHING_SAID,
    supplement?: CallInput<'archive.create'>['supplement'],
  ): Promise<Told> => {
    const end = ended()
    const started = await jobs.handlers['archive.create']({
      evaluation: JSON.stringify(file),
      settings,
      ...(supplement && { supplement }),
    })
    if (!started.ok) throw new Error(JSON.stringify(started.error))
    return end
  }
  return { ...jobs, documents, told, ended, make }
}
