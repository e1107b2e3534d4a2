import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '#electron/host/answer-call.ts'
import { attachmentsFolder } from '#electron/host/attachments/attachments-folder.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { readBackup, writeBackup } from './backup-file.ts'

type BackupsHandlers = Pick<Handlers, 'backups.write' | 'backups.read'>

/** Backups: what the years name of attachments goes along. */
export function createBackupsHandlers(dataFolder: string): BackupsHandlers {
  const fileOf = (sha256: string) => join(attachmentsFolder(dataFolder), sha256)
  return {
    'backups.write': async ({ evaluations, passphrase }) => {
      if (evaluations.some(text => !readEvaluation(text).ok)) return refuse('bad-evaluation')
      const attachments = new Map<string, Uint8Array>()
      for (const sha256 of evaluations.flatMap(attachmentsNamed)) {
        // One that is missing here is missing in the backup too; the year still names it.
        const bytes = await readFile(fileOf(sha256)).catch(() => null)
        if (bytes) attachments.set(sha256, new Uint8Array(bytes))
      }
      return { ok: true, data: new Uint8Array(await writeBackup({ evaluations, attachments }, passphrase)) }
    },
    'backups.read': async ({ base64, passphrase }) => {
      const read = await readBackup(new Uint8Array(Buffer.from(base64, 'base64')), passphrase)
      if (!read.ok) return refuse(read.error)
      const { evaluations, attachments } = read.value
      if (evaluations.some(text => !readEvaluation(text).ok)) return refuse('bad-evaluation')
      for (const [sha256, bytes] of attachments) await writeWholeFile(fileOf(sha256), bytes, 0o600)
      return { ok: true, data: { evaluations: [...evaluations], attachments: attachments.size } }
    },
  }
}

function attachmentsNamed(evaluation: string): string[] {
  return [...evaluation.matchAll(/"sha256":\s*"([0-9a-f]{64})"/g)].map(match => match[1] ?? '')
}
