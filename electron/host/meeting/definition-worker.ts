import { parentPort } from 'node:worker_threads'
import { type RenderedSheet, renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { renderVolume } from '#electron/host/sheets/render-volume.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

// render-definition.ts starts this file and posts what to print; the bytes go back and nothing touches a disk.
parentPort?.once('message', async (posted: Definition | readonly Definition[]) => {
  const rendered = await print([posted].flat())
  parentPort?.postMessage(Uint8Array.from(rendered?.bytes ?? []))
  parentPort?.close()
})

function print(definitions: readonly Definition[]): Promise<RenderedSheet | null> {
  const [first, ...others] = definitions
  if (!first) throw new Error('nothing to print')
  if (others.length === 0) return renderSheet(first)
  const sheets = definitions.map(definition => ({ definition, form: definition.info.title, person: null }))
  return renderVolume(first.info, sheets, () => true)
}
