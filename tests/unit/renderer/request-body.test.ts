import { expect, it } from 'vitest'
import { requestBody } from '#renderer/host/request-body.ts'

// Catches: a rare character of a name that falls on the seam of two pieces and arrives as two question marks.
it.each([0, 1, 2, 3])('sends a long text as it is, its rare characters too (shifted by %i)', async shift => {
  const text = `${'一'.repeat(shift)}${'𠮷a'.repeat(80_000)}`
  const body = requestBody(text)
  expect(body).toBeInstanceOf(Blob)
  expect(await new Response(body).text()).toBe(text)
})

it('sends a short text by itself', () => {
  expect(requestBody('{}')).toBe('{}')
})
