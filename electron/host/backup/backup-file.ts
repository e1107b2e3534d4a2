import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

// A backup (`.pingyi`): a zip of evaluation files and attachments that any zip program opens; with a passphrase the whole
// is locked in the age format (age-encryption.org), which the `age` command opens too.

export type Backup = {
  /** Evaluation files' texts. */
  readonly evaluations: readonly string[]
  /** Attachments by their SHA-256 in hexadecimal. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

export type BackupFault = 'not-a-backup' | 'passphrase-needed' | 'wrong-passphrase'

const AGE_HEAD = 'age-encryption.org/v1\n'
/** As logarithm of scrypt's N: about half a second and 64 MB on a laptop, for whoever guesses too. */
const WORK_FACTOR = 16
/** The largest contents taken out of a zip. */
const MOST_BYTES = 1024 * 1024 * 1024
const MOST_ENTRIES = 20_000

/** The backup's bytes; locked where `passphrase` is not empty. */
export async function writeBackup(backup: Backup, passphrase: string): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {}
  for (const [index, text] of backup.evaluations.entries())
    entries[`years/${String(index + 1).padStart(3, '0')}.pingyi.json`] = strToU8(text)
  for (const [sha256, bytes] of backup.attachments) entries[`attachments/${sha256}`] = bytes
  // A fixed time: two backups of the same data are the same bytes before they are locked.
  const zip = zipSync(entries, { level: 6, mtime: new Date('2000-01-01T00:00:00') })
  if (passphrase === '') return zip
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(WORK_FACTOR)
  encrypter.setPassphrase(passphrase)
  return await encrypter.encrypt(zip)
}

/** What a backup holds. Every attachment is checked against its name; one that does not match is no backup of ours. */
export async function readBackup(bytes: Uint8Array, passphrase: string): Promise<Result<Backup, BackupFault>> {
  const locked = strFromU8(bytes.subarray(0, AGE_HEAD.length), true) === AGE_HEAD
  if (locked && passphrase === '') return failure('passphrase-needed')
  let zip = bytes
  if (locked) {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    try {
      zip = await decrypter.decrypt(bytes)
    } catch {
      return failure('wrong-passphrase')
    }
  }
  const entries = unzip(zip)
  if (!entries) return failure('not-a-backup')
  const evaluations: string[] = []
  const attachments = new Map<string, Uint8Array>()
  for (const [name, content] of Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const attachment = /^attachments\/([0-9a-f]{64})$/.exec(name)?.[1]
    if (/^years\/\d{3}\.pingyi\.json$/.test(name)) evaluations.push(strFromU8(content))
    else if (attachment && createHash('sha256').update(content).digest('hex') === attachment)
      attachments.set(attachment, content)
    else return failure('not-a-backup')
  }
  return evaluations.length > 0 ? success({ evaluations, attachments }) : failure('not-a-backup')
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> | null {
  let [total, count] = [0, 0]
  try {
    const entries = unzipSync(zip, {
      filter: entry => {
        total += entry.originalSize
        count += 1
        if (total > MOST_BYTES || count > MOST_ENTRIES) throw new RangeError('too large')
        return true
      },
    })
    return isUndamaged(zip, entries) ? entries : null
  } catch {
    return null
  }
}

/** fflate takes no notice of a zip's check sums: a figure that a bad stick has changed would come back as the year's. */
function isUndamaged(zip: Uint8Array, entries: Readonly<Record<string, Uint8Array>>): boolean {
  const listed = zipEntries(Buffer.from(zip.buffer, zip.byteOffset, zip.length), MOST_ENTRIES)
  const names = Object.keys(entries)
  return (
    listed?.length === names.length &&
    listed.every(({ name, crc, size }) => {
      const content = entries[name]
      return content?.length === size && crc32(content) === crc
    })
  )
}
