import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '#electron/host/answer-call.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { isAttachmentName } from '#shared/domain/self/attachment-kinds.ts'
import { attachmentsFolder } from './attachments-folder.ts'
import { digestOf, keepAttachment } from './keep-attachment.ts'

type AttachmentsHandlers = Pick<Handlers, 'attachments.put' | 'attachments.read'>

/**
 * Files kept as `<data>/attachments/<sha256>`, without an ending: nothing in the folder can be started by a click. They
 * hold personal data, so only their owner may read them.
 */
export function createAttachmentsHandlers(dataFolder: string): AttachmentsHandlers {
  const fileOf = (sha256: string) => join(attachmentsFolder(dataFolder), sha256)
  return {
    'attachments.put': async ({ name, base64 }) => {
      if (!isAttachmentName(name)) return refuse('not-a-document')
      try {
        return { ok: true, data: await keepAttachment(dataFolder, Buffer.from(base64, 'base64')) }
      } catch (error) {
        const code = diskFailure(error)
        if (code === null) throw error
        return refuse(code)
      }
    },
    'attachments.read': async ({ sha256 }) => {
      const bytes = await readFile(fileOf(sha256)).catch(() => null)
      if (!bytes) return refuse('not-found')
      return digestOf(bytes) === sha256 ? { ok: true, data: new Uint8Array(bytes) } : refuse('attachment-damaged')
    },
  }
}
