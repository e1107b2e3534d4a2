import { expect, test } from 'vitest'
import { readEvaluationBlob } from '#renderer/features/years/read-evaluation-blob.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const codes = async (blob: Blob) => {
  const read = await readEvaluationBlob(blob)
  return read.ok ? [] : read.error.map(fault => fault.code)
}

// Catches: a file from another editor refused for its byte order mark.
test('a file is read with and without a byte order mark', async () => {
  const text = JSON.stringify(buildEvaluation())
  for (const blob of [new Blob([text]), new Blob(['\uFEFF', text])])
    expect(await readEvaluationBlob(blob)).toEqual({ ok: true, value: readBuilt(buildEvaluation()) })
})

// Catches: bytes of GB 18030 or UTF-16 taken for text.
test('bytes that are not UTF-8 are refused', async () => {
  expect(await codes(new Blob([new Uint8Array([0xbc, 0xaf, 0xcc, 0xe5])]))).toEqual(['not-text'])
  expect(await codes(new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0x00])]))).toEqual(['not-text'])
})

// Catches: a film dropped by mistake that is read into memory before it is refused.
test('a file too large to be a year is refused unread', async () => {
  const huge = { size: 2 ** 33, arrayBuffer: () => Promise.reject(new Error('was read')) }
  expect(await codes(huge as unknown as Blob)).toEqual(['too-large'])
})
