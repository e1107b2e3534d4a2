import { expect, test } from 'vitest'
import { answerCall } from '#electron/host/answer-call.ts'
import { calls, type Handlers } from '#shared/contract/contract.ts'
import { scaled } from '#tests/crash/depth.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateJson, oneOf } from './mutate.ts'
import { sampleOf, schemaOf } from './sample-of.ts'

// Every call of the contract, from a renderer that is not trusted: only what fits its schema reaches a handler.

guardPrototypes()

const NAMES = Object.keys(calls)
const STRANGE = ['constructor', '__proto__', 'toString', '', 'sheets', 'app.capabilities ', 'x'.repeat(5_000)]

/** Handlers that give back what they got: what reached them is looked at, and nothing is done. */
const reached: unknown[] = []
const echo = Object.fromEntries(
  NAMES.map(name => [
    name,
    (input: unknown) => {
      reached.push(input)
      return { ok: true, data: null }
    },
  ]),
) as unknown as Handlers // No handler of the contract's own types could stand for all of them.

test('only what a call’s schema takes reaches its handler; everything is answered', async () => {
  const make = (draw: Draw) => {
    const name =
      below(20, draw) === 0 ? oneOf(STRANGE as [string, ...string[]], draw) : (NAMES[below(NAMES.length, draw)] ?? '')
    const sample = sampleOf(schemaOf(name), draw)
    const input = typeof sample === 'object' && sample !== null && draw() < 0.6 ? mutateJson(sample, draw) : sample
    return { name, input }
  }
  await tryDoor('calls of the contract', scaled(2_000, 150_000), make, async ({ name, input }) => {
    reached.length = 0
    const reply = await answerCall(echo, name, input)
    if (!reply.ok) {
      expect([reply.error.code, reached]).toEqual(['bad-request', []])
      return 'refused'
    }
    // What a handler got fits the schema once more: nothing was let through beside it.
    const call = Object.entries(calls).find(([each]) => each === name)?.[1]
    expect([reached.length, call?.input.safeParse(reached[0]).success]).toEqual([1, true])
    return 'read'
  })
})

test('a handler with a bug is answered for, and its words stay here', async () => {
  const broken = { ...echo, 'app.capabilities': () => Promise.reject(new Error('口令')) } as unknown as Handlers
  const reply = await answerCall(
    broken,
    'app.capabilities',
    sampleOf(schemaOf('app.capabilities'), () => 0),
  )
  expect(reply).toEqual({ ok: false, error: { code: 'internal', details: [] } })
})
