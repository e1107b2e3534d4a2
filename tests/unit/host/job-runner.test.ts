import { expect, test } from 'vitest'
import { createJobRunner, type Ending } from '#electron/host/jobs/job-runner.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { type Result, success } from '#shared/lib/result.ts'

// Catches: a bug or a broken disk in a job that leaves the host busy until the app is started anew.
test('a job that breaks is told, and the next may start', async () => {
  const jobs = createJobRunner()
  const told = Promise.withResolvers<unknown>()
  jobs.start({
    run: () => Promise.reject(Object.assign(new Error('disk'), { code: 'ENOSPC', syscall: 'write' })),
    settle: end => () => told.resolve({ end, running: jobs.running() }),
  })
  expect(jobs.running()).toBe(true)
  expect(await jobs.alone(async () => 'ran')).toMatchObject({ ok: false, error: { code: 'busy' } })
  expect(await told.promise).toEqual({
    end: { ok: false, error: { code: 'no-space', details: [] } },
    running: false,
  })
  expect(await jobs.alone(async () => 'ran')).toBe('ran')
})

// Catches: a job taken for put off because the app closed after a person had cancelled it, or one ended by another's id.
test('the first ending counts, and only for the job that it names', async () => {
  const jobs = createJobRunner()
  const told = Promise.withResolvers<Ending | null>()
  const job = jobs.start({
    run: ({ signal }) =>
      new Promise<Result<null, ContractError>>(resolve =>
        signal.addEventListener('abort', () => resolve(success(null)), { once: true }),
      ),
    settle: (_, ending) => () => told.resolve(ending),
  })
  jobs.end(`${job}-other`, 'pause')
  expect(jobs.running()).toBe(true)
  jobs.end(job, 'cancel')
  await jobs.stop()
  expect(await told.promise).toBe('cancel')
})
