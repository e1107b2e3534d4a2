import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '#electron/host/archive/sha256.ts'
import { readSealRecord } from '#electron/host/box/seal-record.ts'
import { readCatalogue, writeCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { readManifest, writeManifest } from '#shared/domain/archive/manifest.ts'
import { readBallotFile } from '#shared/domain/ballot/cast/ballot-file.ts'
import { readCastReply } from '#shared/domain/ballot/cast/cast-reply.ts'
import { readDraftReply } from '#shared/domain/ballot/cast/draft-half.ts'
import { readPublicBox } from '#shared/domain/ballot/cast/read-public-box.ts'
import { fingerprintOf } from '#shared/domain/ballot/sealed/box-key.ts'
import { checkSetUp } from '#shared/domain/ballot/set-up/check-set-up.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { scaled } from '#tests/crash/depth.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { plantBox } from '#tests/crash/planted-box.ts'
import { openStore } from '#tests/unit/box/build-box.ts'
import { buildSetUp, buildSetUpFile } from '#tests/unit/box/build-set-up.ts'
import { guardPrototypes, type Outcome, tryDoor } from './door.ts'
import { below, type Draw, mutateJson, mutateText, oneOf } from './mutate.ts'

// The small texts that come from files, from people and from whatever answers at an address.

guardPrototypes()

const RUNS = scaled(400, 60_000)

/** A JSON text, changed as a value or as a text. */
const changed = (json: string) => (draw: Draw) =>
  below(8, draw) === 0
    ? json
    : draw() < 0.6
      ? JSON.stringify(mutateJson(JSON.parse(json), draw))
      : mutateText(json, draw)

test('a meeting’s set-up', async () => {
  await tryDoor('set-up of a meeting', RUNS, changed(JSON.stringify(buildSetUpFile())), text => {
    const read = readSetUp(text)
    if (read.ok) {
      expect(checkSetUp(read.value)).toEqual([])
      expect(readSetUp(JSON.stringify(read.value))).toEqual(read)
    } else expect(read.error.length).toBeGreaterThan(0)
    return read.ok ? 'read' : 'refused'
  })
})

test('a ballot’s file', async () => {
  const ballot = JSON.stringify({ marks: { i01: { overall: 'excellent' }, i02: { overall: 'basic' } }, self: 'i03' })
  await tryDoor('ballot file', RUNS, changed(ballot), text => (readBallotFile(text).ok ? 'read' : 'refused'))
})

test('what a station says of itself', async () => {
  const { box } = await plantBox(buildSetUp({ groups: [{ id: 'A', name: '组', slips: 3 }] }))
  await tryDoor('public box, on the phone', RUNS, changed(JSON.stringify(box)), text => {
    const read = readPublicBox(text)
    // Another key under the fingerprint that people compare would be another box.
    if (read && fingerprintOf(Buffer.from(read.publicKey, 'hex')) !== read.fingerprint) throw new Error('another key')
    return read ? 'read' : 'refused'
  })
})

test('what a station answers', async () => {
  const replies = [
    '{"status":"recorded"}',
    '{"status":"already-recorded"}',
    '{"status":"refused","reason":"busy"}',
  ] as const
  await tryDoor(
    'answer to a vote, on the phone',
    RUNS,
    draw => changed(oneOf(replies, draw))(draw),
    text => {
      const reply = readCastReply(text)
      // 已收到 is shown for nothing else than this word.
      if (reply?.status === 'recorded' && JSON.parse(text).status !== 'recorded') throw new Error('taken for recorded')
      return reply ? 'read' : 'refused'
    },
  )
  const half = `{"status":"unused","half":"${'0a'.repeat(32)}"}`
  await tryDoor('answer about a draft, on the phone', RUNS, changed(half), text => {
    const reply = readDraftReply(text)
    if (reply?.status === 'unused' && reply.half.length !== 32) throw new Error('half of another size')
    return reply ? 'read' : 'refused'
  })
})

test('a code as people type it', async () => {
  const typed = (draw: Draw) => {
    const digits = Array.from({ length: below(8, draw) === 0 ? below(40, draw) : 16 }, () => below(10, draw)).join('')
    return draw() < 0.5
      ? digits
      : mutateText(digits.replace(/(\d{4})(?=\d)/g, oneOf(['$1-', '$1 ', '$1—'], draw)), draw)
  }
  await tryDoor('slip code', 2 * RUNS, typed, text => {
    const code = readSlipCode(text)
    if (code === null) return 'refused'
    if (!/^[0-9]{16}$/.test(code) || readSlipCode(code) !== code) throw new Error(`read as ${code}`)
    // One digit mistyped is never another valid code.
    for (let at = 0; at < 16; at++) {
      const other = `${code.slice(0, at)}${(Number(code[at]) + 1 + (at % 9)) % 10}${code.slice(at + 1)}`
      if (readSlipCode(other) !== null) throw new Error(`${other} passes too`)
    }
    return 'read'
  })
})

test('the record of a seal', async () => {
  const { image } = await plantBox(buildSetUp({ groups: [{ id: 'A', name: '组', slips: 3 }] }))
  const seal = Buffer.from((await openStore(new MemoryDisk(image, 1).file())).seal() ?? []).toString('utf8')
  await tryDoor('seal record, in an urn', RUNS, changed(seal), text =>
    readSealRecord(Buffer.from(text)) ? 'read' : 'refused',
  )
})

test('an archive’s manifest and catalogue', async () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const manifest = writeManifest(
    new Map(['a.pdf', '归档文件/乙.pdf', 'data/x.json'].map(path => [path, hash(path)])),
    sha256,
  )
  const draw = (next: Draw) => (below(20, next) === 0 ? manifest : mutateText(manifest, next))
  await tryDoor('manifest of an archive', RUNS, draw, text => {
    const { files, intact } = readManifest(text, sha256)
    for (const path of files.keys())
      if (path.startsWith('/') || path.split('/').includes('..') || path.includes('\\'))
        throw new Error(`out of the archive: ${path}`)
    // Told apart without the app's own reader: the last line is the hash of what stands above it.
    const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
    if (intact && !text.endsWith(`：${hash(body)}\n`)) throw new Error('taken for intact')
    return intact ? 'read' : 'refused'
  })
  await tryDoor(
    'catalogue of an archive',
    RUNS,
    changed(writeCatalogue(2026, { entries: [], papers: [] })),
    (text): Outcome => (readCatalogue(text).ok ? 'read' : 'refused'),
  )
})
