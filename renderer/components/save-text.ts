import { saveFile } from './save-file.ts'
import { tellSuccess } from './tell.tsx'

/** Saves a text as a file and says so. */
export function saveText(name: string, text: string, done: string): void {
  saveFile(name, new Blob([text], { type: 'application/json' }))
  tellSuccess(done)
}
