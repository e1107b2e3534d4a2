import { expect, test } from 'vitest'
import { nextPrintJob, type PrintEvent, type PrintJob } from '#renderer/features/sheet/print-job.ts'

const after = (...events: readonly PrintEvent[]): PrintJob =>
  events.reduce<PrintJob>((state, event) => nextPrintJob(state, event), { kind: 'idle' })

const asked: PrintEvent = { type: 'asked' }
const accepted: PrintEvent = { type: 'accepted', job: 'a', total: 4 }
const progress = (done: number): PrintEvent => ({ type: 'progress', job: 'a', done, total: 4, file: `${done}.pdf` })
const finished: PrintEvent = { type: 'finished', job: 'a', folder: '/f', files: [] }
const cancelled: PrintEvent = { type: 'failed', job: 'a', error: { code: 'cancelled', details: [] }, resumable: false }

// Catches: an answer that comes after its own job's end and brings back an empty bar.
test('events that overtake the answer to the start win', () => {
  expect(after(asked, progress(2), accepted)).toMatchObject({ kind: 'running', done: 2 })
  expect(after(asked, progress(4), finished, accepted).kind).toBe('finished')
})

// Catches: a cancel that the next progress undoes; a late progress that brings back a job that is over.
test('a cancelled job stays cancelled', () => {
  expect(after(asked, accepted, { type: 'cancel' }, progress(3)).kind).toBe('cancelling')
  expect(after(asked, accepted, { type: 'cancel' }, cancelled, progress(3)).kind).toBe('cancelled')
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
  const left = { job: 'a', year: 2026, done: 2, total: 4, folder: '/f' }
  expect(after(asked, accepted, { type: 'pause' }, progress(3)).kind).toBe('pausing')
  const paused = after(asked, accepted, { type: 'pause' }, { type: 'paused', ...left }, progress(3))
  expect(paused).toEqual({ kind: 'paused', ...left })
  expect(after({ type: 'found', ...left }).kind).toBe('paused')
  expect(after(asked, accepted, { type: 'found', ...left }).kind).toBe('running')
})
