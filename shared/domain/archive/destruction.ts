import { z } from 'zod'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

// 销毁记录.json: what was destroyed, by whose decision, under whose eyes. The archive's manifest stays as it was, so that the
// digest written down in its year still holds; the record says why a file that the manifest lists is no longer there.

const FORMAT = 'pingyi/destruction'
const VERSION = 1

const text = z.string().max(20_000)
const name = z.string().trim().min(1).max(100)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const file = z.strictObject({ path: text, sha256: hash })

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  year: z.int(),
  /** Of this archive, from 1. */
  sequence: z.int().min(1).max(9999),
  /** SHA-256 of the manifest; of the record before from the second on. */
  continues: hash,
  /** The day of destruction, ISO. */
  date: z.iso.date(),
  /** 鉴定意见 */
  opinion: z.string().trim().min(1).max(5000),
  /** 鉴定人 */
  appraisers: z.array(name).min(1).max(20),
  /** 批准人 */
  approver: name,
  /** 监销人: two, who see it done. */
  supervisors: z.tuple([name, name]),
  documents: z.array(
    z.strictObject({
      number: text,
      title: text,
      pages: z.int().min(1),
      retention: text,
      /** The first day on which it might go, ISO. */
      due: z.iso.date(),
      files: z.array(file).min(1),
    }),
  ),
  /** The year's data, where no document is left that it belongs to. */
  data: z.array(file),
  /** The printed register (销毁清册) beside this record. */
  register: hash,
  /** SHA-256 of all that stands before. */
  seal: hash,
})

export type Destruction = z.infer<typeof schema>

/** What people say when documents are to be destroyed. */
export type DestructionDecision = Pick<Destruction, 'date' | 'opinion' | 'appraisers' | 'approver' | 'supervisors'>

/** The text of a destruction's record; the same destruction gives the same bytes. `sha256` as for `writeManifest`. */
export function writeDestruction(
  destruction: Omit<Destruction, 'format' | 'version' | 'seal'>,
  sha256: (text: string) => string,
): string {
  const { year, sequence, continues, date, opinion, appraisers, approver, supervisors, documents, data, register } =
    destruction
  const body = {
    ...{
      format: FORMAT,
      version: VERSION,
      year,
      sequence,
      continues,
      date,
      opinion,
      appraisers,
      approver,
      supervisors,
    },
    documents: documents.map(({ number, title, pages, retention, due, files }) => ({
      ...{ number, title, pages, retention, due },
      files: files.map(({ path, sha256: own }) => ({ path, sha256: own })),
    })),
    data: data.map(({ path, sha256: own }) => ({ path, sha256: own })),
    register,
  }
  return `${JSON.stringify({ ...body, seal: sha256(JSON.stringify(body)) }, null, 2)}\n`
}

/** The destruction in a record's text; `damaged` where a byte of it is not as it was written. */
export function readDestruction(
  content: string,
  sha256: (text: string) => string,
): Result<Destruction, 'damaged' | 'newer-version'> {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return failure('damaged')
  }
  const parsed = parseShape(schema, value)
  if (parsed.ok) return writeDestruction(parsed.value, sha256) === content ? success(parsed.value) : failure('damaged')
  const envelope = parseShape(z.object({ format: z.literal(FORMAT), version: z.int() }), value)
  return failure(envelope.ok && envelope.value.version > VERSION ? 'newer-version' : 'damaged')
}

/** What is wrong with a decision's people, as the fields' names; none: it can be carried out. */
export function decisionFaults(
  decision: DestructionDecision,
): ('opinion' | 'appraisers' | 'approver' | 'supervisors')[] {
  const [first, second] = decision.supervisors.map(each => each.trim())
  return [
    ...(decision.opinion.trim() === '' ? (['opinion'] as const) : []),
    ...(decision.appraisers.length === 0 || decision.appraisers.some(each => each.trim() === '')
      ? (['appraisers'] as const)
      : []),
    ...(decision.approver.trim() === '' ? (['approver'] as const) : []),
    ...(first === '' || second === '' || first === second ? (['supervisors'] as const) : []),
  ]
}
