import { fileBase64 } from '#renderer/components/file-base64.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { Attached } from '#shared/domain/decision/attached.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { SortedSheet } from '#shared/sheets/scans/sort-pages.ts'
import type { PilePage, ScanState } from './scan-session.ts'

/** A file kept for a sheet, before it has an id in the year's file. */
export type KeptScan = {
  readonly sheet: SortedSheet
  readonly file: { readonly sha256: string; readonly name: string; readonly size: number }
  readonly pages: number
}

type Filing = {
  readonly client: HostClient
  readonly state: ScanState
  readonly sheets: readonly SortedSheet[]
  /** What a sheet's file is called, without its ending. */
  readonly nameOf: (sheet: SortedSheet) => string
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

export type FilingFault = ContractError | 'too-large' | 'unreadable' | 'cancelled'

/**
 * Keeps each sheet's pages as a file of its own in the host's folder: pages of one PDF as one PDF, a photo as it is. Nothing
 * is in the year's file yet; a file that is kept and not named there is as if it were not.
 */
export async function keepScans({
  client,
  state,
  sheets,
  nameOf,
  signal,
  onProgress,
}: Filing): Promise<Result<readonly KeptScan[], FilingFault>> {
  const pages = new Map(state.pages.map(page => [page.key, page]))
  const kept: KeptScan[] = []
  for (const [index, sheet] of sheets.entries()) {
    const runs = runsOf(sheet.pages.flatMap(key => pages.get(key) ?? []))
    for (const [part, run] of runs.entries()) {
      if (signal.aborted) return failure('cancelled')
      const source = state.sources[run[0].source]
      if (!source) throw new Error('a page of no file')
      const blob = await source.take(run.map(page => page.page))
      if (blob.size > MOST_ATTACHMENT_BYTES) return failure('too-large')
      const name = `${nameOf(sheet)}${runs.length > 1 ? `-${part + 1}` : ''}${source.ending}`
      const base64 = await fileBase64(blob)
      if (base64 === null) return failure('unreadable')
      const reply = await client.request('attachments.put', { name, base64 })
      if (!reply.ok) return failure(reply.error)
      kept.push({ sheet, file: { ...reply.data, name }, pages: run.length })
    }
    onProgress(index + 1)
  }
  return success(kept)
}

type AttachedDrafts = NonNullable<EvaluationDraft['attached']>

/** The kept files as the year's file names them, behind what is attached already. */
export function attachedScans(before: readonly Attached[], kept: readonly KeptScan[], date: string): AttachedDrafts {
  const taken = new Set(before.map(each => each.id))
  let number = 0
  const nextId = () => {
    do number += 1
    while (taken.has(`a${number}`))
    return `a${number}`
  }
  return [
    ...before,
    ...kept.map(({ sheet: { form, instructor, digest }, file, pages }) => ({
      as: 'signed' as const,
      id: nextId(),
      file,
      pages,
      date,
      form,
      ...(instructor !== null && { instructor }),
      ...(digest !== null && { digest }),
    })),
  ]
}

type Run = readonly [PilePage, ...PilePage[]]

/** Pages in order, cut where the file changes. */
function runsOf(pages: readonly PilePage[]): readonly Run[] {
  const runs: [PilePage, ...PilePage[]][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run[0].source === page.source) run.push(page)
    else runs.push([page])
  }
  return runs
}
