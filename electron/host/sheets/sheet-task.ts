import type { MessagePort } from 'node:worker_threads'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { DiskFailure } from './disk-failure.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import type { PlannedVolume } from './plan-volumes.ts'

/** A year to print sheets of; `folder` is where its files go. */
export type SheetJob = { readonly evaluation: Evaluation; readonly folder: string; readonly sample: boolean }

export type SheetOutcome =
  | { readonly ok: true; readonly pages: number; readonly sha256: string }
  | { readonly ok: false; readonly code: DiskFailure }

export type VolumeOutcome = SheetOutcome | { readonly ok: false; readonly code: 'cancelled' }

/** What a worker can be asked for. `job`: the id of the job that it belongs to. */
export type SheetTasks = {
  /** To know a job, until it is to be forgotten. */
  readonly job: { readonly job: string; readonly given: SheetJob }
  readonly forget: { readonly job: string }
  readonly sheet: { readonly job: string; readonly sheet: PlannedSheet }
  /** It tells of each sheet by `port`, and stops when anything is said there. */
  readonly volume: { readonly job: string; readonly volume: PlannedVolume; readonly port: MessagePort }
  readonly page: { readonly job: string; readonly sheet: PlannedSheet }
  /** To do the same work for nobody, until there is other. */
  readonly warm: null
}

export type SheetAnswers = {
  readonly job: null
  readonly forget: null
  readonly sheet: SheetOutcome
  readonly volume: VolumeOutcome
  /** The sheet's PDF as it would be written. */
  readonly page: Uint8Array<ArrayBuffer>
  readonly warm: null
}

export type TaskKind = keyof SheetTasks

/** A task as it goes to a worker, and what comes back. */
export type AskedTask = {
  readonly [Kind in TaskKind]: { readonly id: number; readonly kind: Kind; readonly task: SheetTasks[Kind] }
}[TaskKind]
export type AnsweredTask =
  | { readonly id: number; readonly answer: SheetAnswers[TaskKind] }
  | { readonly id: number; readonly error: unknown }
