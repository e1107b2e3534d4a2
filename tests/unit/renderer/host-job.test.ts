import { expect, test } from 'vitest'
import { type HostJob, type JobEvent, nextHostJob } from '#renderer/jobs/host-job.ts'

type Done = { readonly job: string; readonly folder: string }
type Left = { readonly job: string; readonly done: number; readonly total: number }

const after = (...events: readonly JobEvent<Done, Left>[]): HostJob<Done, Left> =>
  events.reduce<HostJob<Done, Left>>((state, event) => nextHostJob(state, event), { kind: 'idle' })

type Event = JobEvent<Done, Left>
const asked: Event = { type: 'asked' }
const accepted: Event = { type: 'accepted', job: 'a', total: 4 }
const progress = (done: number): Event => ({ type: 'progress', job: 'a', done, total: 4, file: `${done}.pdf` })
const finished: Event = { type: 'finished', done: { job: 'a', folder: '/f' } }
const failed = (code: 'cancelled' | 'no-space', resumable: boolean): Event => ({
  type: 'failed',
  failed: { job: 'a', resumable },
  error: { code, details: [] },
})

// Catches: an answer that comes after its own job's end and brings back an empty bar.
test('events that overtake the answer to the start win', () => {
  expect(after(asked, progress(2), accepted)).toMatchObject({ kind: 'running', done: 2 })
  expect(after(asked, progress(4), finished, accepted).kind).toBe('finished')
})

// Catches: a cancel that the next progress undoes; a late progress that brings back a job that is over.
test('a cancelled job stays cancelled', () => {
  expect(after(asked, accepted, { type: 'cancel' }, progress(3)).kind).toBe('cancelling')
  expect(after(asked, accepted, { type: 'cancel' }, failed('cancelled', false), progress(3)).kind).toBe('cancelled')
})

// Catches: a reloaded page that shows the form while the host prints, so that starting again is refused as busy.
test('a page that was reloaded takes up the job it hears of', () => {
  expect(after(progress(1))).toMatchObject({ kind: 'running', job: 'a', done: 1 })
})

// Catches: a lost host that overwrites a result, or a reset in the middle of a job.
test('only a job at work can be lost, and only one at rest be reset', () => {
  expect(after(asked, accepted, { type: 'lost' })).toEqual({
    kind: 'failed',
    job: 'a',
    error: 'lost',
    resumable: false,
  })
  expect(after(asked, accepted, finished, { type: 'lost' }).kind).toBe('finished')
  expect(after(asked, accepted, { type: 'reset' }).kind).toBe('running')
  expect(after(asked, accepted, finished, { type: 'reset' })).toEqual({ kind: 'idle' })
})

// Catches: a pause that the next progress undoes, or a job left from before that hides the one at work.
test('a paused job stays paused, and one left from before shows only where nothing else is', () => {
  const left = { job: 'a', done: 2, total: 4 }
  expect(after(asked, accepted, { type: 'pause' }, progress(3)).kind).toBe('pausing')
  const paused = after(asked, accepted, { type: 'pause' }, { type: 'paused', left }, progress(3))
  expect(paused).toEqual({ kind: 'paused', ...left })
  expect(after({ type: 'found', left }).kind).toBe('paused')
  expect(after(asked, accepted, { type: 'found', left }).kind).toBe('running')
})

// Catches: a full disk after which nothing offers to go on, or another job's late failure that brings back a bar.
test('a failed job says whether it can go on', () => {
  expect(after(asked, accepted, progress(2), failed('no-space', true), progress(3))).toEqual({
    kind: 'failed',
    job: 'a',
    error: { code: 'no-space', details: [] },
    resumable: true,
  })
})
