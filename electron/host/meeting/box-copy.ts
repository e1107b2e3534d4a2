import { createHash, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { BOX_COPY_HEAD, BOX_COPY_MAGIC } from '#shared/domain/ballot/set-up/box-copy-format.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { boxFolder, extractPath, urnPath } from './box-folder.ts'
import type { BoxInUse } from './box-in-use.ts'
import type { BoxKey } from './box-key.ts'
import { diskRefusal, type Refusal, refusal, urnRefusal } from './refusals.ts'

/** The box in use as one file, taken between two batches of votes. */
export async function copyBox(
  data: string,
  { key, store }: BoxInUse,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const folder = boxFolder(data, key)
  try {
    const extract = await readFile(extractPath(folder))
    const urn = await store.still(() => readFile(urnPath(folder)))
    const head = Buffer.alloc(BOX_COPY_HEAD)
    head.write(BOX_COPY_MAGIC, 'latin1')
    head.writeUInt32BE(extract.length, BOX_COPY_MAGIC.length)
    head.writeUInt32BE(urn.length, BOX_COPY_MAGIC.length + 4)
    digest(extract, urn).copy(head, BOX_COPY_MAGIC.length + 8)
    return success(Uint8Array.from(Buffer.concat([head, extract, urn])))
  } catch (error) {
    if (!isDiskError(error)) throw error
    return error.code === 'ENOENT' ? refusal('not-found') : diskRefusal(error.code ?? '')
  }
}

/** Takes over a copied box: it is put where a box of this computer's own would be, and only there is none. */
export async function takeOverBox(
  data: string,
  file: Uint8Array,
): Promise<Result<CallOutput<'meeting.takeOver'>, Refusal>> {
  const parts = readCopy(Buffer.from(file))
  const evaluation = parts && readEvaluation(parts.extract.toString('utf8'))
  const [plan] = evaluation?.ok ? (evaluation.value.plans ?? []) : []
  if (!parts || !evaluation?.ok || !plan) return refusal('not-a-copy')
  const key: BoxKey = { year: evaluation.value.year, meeting: plan.id }
  const folder = boxFolder(data, key)
  const urn = urnPath(folder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (existsSync(urn)) return refusal('exists')
    await writeWholeFile(urn, parts.urn, 0o600)
    const store = await openUrn(urn)
    if (!store.ok) {
      await rm(folder, { recursive: true, force: true })
      return urnRefusal(store.error)
    }
    const setUp = readSetUp(store.value.identity.meeting)
    const ballots = [...store.value.filled().values()].reduce((total, count) => total + count, 0)
    const phase = store.value.phase()
    await store.value.release()
    if (!setUp.ok || setUp.value.id !== plan.id) {
      await rm(folder, { recursive: true, force: true })
      return refusal('not-a-copy')
    }
    await writeWholeFile(extractPath(folder), parts.extract, 0o600)
    return success({ ...key, title: setUp.value.title, phase, ballots, evaluation: parts.extract.toString('utf8') })
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
}

/** What a copied box consists of; `null`: this is none, or not whole. */
export function readCopy(file: Buffer): { readonly extract: Buffer; readonly urn: Buffer } | null {
  if (file.length < BOX_COPY_HEAD || file.toString('latin1', 0, BOX_COPY_MAGIC.length) !== BOX_COPY_MAGIC) return null
  const extractBytes = file.readUInt32BE(BOX_COPY_MAGIC.length)
  const urnBytes = file.readUInt32BE(BOX_COPY_MAGIC.length + 4)
  if (file.length !== BOX_COPY_HEAD + extractBytes + urnBytes) return null
  const extract = file.subarray(BOX_COPY_HEAD, BOX_COPY_HEAD + extractBytes)
  const urn = file.subarray(BOX_COPY_HEAD + extractBytes)
  return timingSafeEqual(digest(extract, urn), file.subarray(BOX_COPY_HEAD - 32, BOX_COPY_HEAD))
    ? { extract, urn }
    : null
}

function digest(extract: Uint8Array, urn: Uint8Array): Buffer {
  return createHash('sha256').update('pingyi/box-copy\n').update(extract).update(urn).digest()
}
