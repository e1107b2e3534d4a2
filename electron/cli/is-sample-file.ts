import { realpath } from 'node:fs/promises'
import { join } from 'node:path'

const SAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'sample', '2026.pingyi.json')

/** Whether a path leads to the sample year that ships with the app: its sheets must never be taken for real ones. */
export async function isSampleFile(path: string): Promise<boolean> {
  const [file, sample] = await Promise.all([path, SAMPLE].map(each => realpath(each).catch(() => null)))
  return file !== null && file === sample
}
