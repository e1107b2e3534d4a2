import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAttachmentsHandlers } from '#electron/host/attachments/attachments-handlers.ts'
import { attachmentsCalls } from '#shared/contract/attachments.ts'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'pingyi-attachments-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const BYTES = Buffer.from('%PDF-1.7 个人总结')
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const PUT = { name: '王晓明 总结.PDF', base64: BYTES.toString('base64') }

// Catches: bytes that change on the way, files that a click could start, and personal data open to other users.
test('a file is kept under its hash and comes back to the byte', async () => {
  const host = createAttachmentsHandlers(data)
  expect(await host['attachments.put'](PUT)).toEqual({ ok: true, data: { sha256: SHA256, size: BYTES.length } })
  expect(await host['attachments.put']({ ...PUT, name: '另存.doc' })).toMatchObject({ data: { sha256: SHA256 } })
  expect(await readdir(join(data, 'attachments'))).toEqual([SHA256])
  const { mode } = await stat(join(data, 'attachments', SHA256))
  if (process.platform !== 'win32') expect(mode & 0o077).toBe(0)
  expect(await host['attachments.read']({ sha256: SHA256 })).toEqual({ ok: true, data: new Uint8Array(BYTES) })
})

// Catches: a scan that was changed on the disk and is shown as the one that was handed in.
test('a file that was changed on the disk is told, and is whole again when it is added again', async () => {
  const host = createAttachmentsHandlers(data)
  await host['attachments.put'](PUT)
  await writeFile(join(data, 'attachments', SHA256), 'changed')
  expect(await host['attachments.read']({ sha256: SHA256 })).toMatchObject({ error: { code: 'attachment-damaged' } })
  await host['attachments.put'](PUT)
  expect(await readFile(join(data, 'attachments', SHA256))).toEqual(BYTES)
  expect(await host['attachments.read']({ sha256: 'f'.repeat(64) })).toMatchObject({ error: { code: 'not-found' } })
})

test('a program, and a folder that cannot be written, are refused in words', async () => {
  const host = createAttachmentsHandlers(data)
  expect(await host['attachments.put']({ ...PUT, name: '总结.pdf.exe' })).toMatchObject({
    error: { code: 'not-a-document' },
  })
  await writeFile(join(data, 'attachments'), 'a file where the folder should be')
  expect(await host['attachments.put'](PUT)).toMatchObject({ error: { code: 'no-folder' } })
})

// Catches: a name from the page that becomes a path of the disk; files that fill the memory.
test('the contract lets only hashes and bounded base64 through', () => {
  const read = attachmentsCalls['attachments.read'].input
  for (const sha256 of ['../../etc/passwd', 'A'.repeat(64), `${SHA256}/..`])
    expect(read.safeParse({ sha256 }).success).toBe(false)
  const put = attachmentsCalls['attachments.put'].input
  expect(put.safeParse({ name: 'a.pdf', base64: 'AA==' }).success).toBe(true)
  for (const base64 of ['AA=', 'A A=', 'A'.repeat(MOST_ATTACHMENT_BYTES * 2)])
    expect(put.safeParse({ name: 'a.pdf', base64 }).success).toBe(false)
})
