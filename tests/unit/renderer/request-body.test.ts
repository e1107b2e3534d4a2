import { expect, it } from 'vitest'
import { requestBody } from '#renderer/host/request-body.ts'

const LONG = '𠮷a"\\\n'.repeat(60_000)

// Catches: a rare character of a name that falls on the seam of two pieces and arrives as two question marks; a quote or a
// line's end in a long text that ends the text early.
it.each([0, 1, 2, 3, 4, 5])('sends long texts as they are, their rare characters too (shifted by %i)', async shift => {
  const input = { base: null, evaluation: '一'.repeat(shift) + LONG, force: true, again: LONG, lone: '\ud842' }
  const body = await requestBody(input)
  expect(body).toBeInstanceOf(Blob)
  expect(JSON.parse(await new Response(body).text())).toEqual(input)
  expect(JSON.parse(await new Response(await requestBody({ evaluation: input.evaluation })).text())).toEqual({
    evaluation: input.evaluation,
  })
})

it('sends many short texts as they are', async () => {
  const input = { files: Array.from({ length: 40_000 }, (_, index) => `𠮷${index}`), left: undefined }
  const body = await requestBody(input)
  expect(body).toBeInstanceOf(Blob)
  expect(await new Response(body).text()).toBe(JSON.stringify(input))
})

it('sends a short input by itself', async () => {
  expect(await requestBody({})).toBe('{}')
  expect(await requestBody({ a: 1, b: undefined })).toBe('{"a":1}')
})
