import { join } from 'node:path'

/** Where attached files lie, each under its SHA-256. */
export function attachmentsFolder(dataFolder: string): string {
  return join(dataFolder, 'attachments')
}
