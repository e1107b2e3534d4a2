import { parentPort } from 'node:worker_threads'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

// render-definition.ts starts this file and posts one definition; the bytes go back and nothing touches a disk.
parentPort?.once('message', async (definition: Definition) => {
  const { bytes } = await renderSheet(definition)
  parentPort?.postMessage(Uint8Array.from(bytes))
  parentPort?.close()
})
