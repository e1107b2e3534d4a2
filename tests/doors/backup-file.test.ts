import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readBackup, writeBackup } from '#electron/host/backup/backup-file.ts'
import { scaled } from '#tests/crash/depth.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateBytes } from './mutate.ts'

// A backup that has lain on a stick for a year.

guardPrototypes()

const YEAR = `${JSON.stringify(buildEvaluation(), null, 2)}\n`
const SCAN = new Uint8Array(Buffer.from('一张扫描件的字节'))

test('a backup gives back exactly what was put in, or is refused', async () => {
  const sha256 = createHash('sha256').update(SCAN).digest('hex')
  const zip = await writeBackup({ evaluations: [YEAR], attachments: new Map([[sha256, SCAN]]) }, '')
  const make = (draw: Draw) => (below(12, draw) === 0 ? zip : mutateBytes(zip, draw))
  await tryDoor('backup file', scaled(400, 30_000), make, async bytes => {
    const read = await readBackup(bytes, '')
    if (!read.ok) return 'refused'
    const { evaluations, attachments } = read.value
    // A figure that a bad stick has changed must not come back as the year's.
    for (const text of evaluations) if (text !== YEAR) throw new Error('another year came out')
    for (const [name, content] of attachments) expect(createHash('sha256').update(content).digest('hex')).toBe(name)
    return 'read'
  })
})
