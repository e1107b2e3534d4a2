import { expect, test } from 'vitest'
import { nextAttachedId, signedScans } from '#shared/domain/decision/attached.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt, readBuilt } from '#tests/fixtures/read-built.ts'

const file = { sha256: 'a'.repeat(64), name: '扫描.pdf', size: 1200 }
const SIGNED = { id: 'a1', as: 'signed', file, pages: 2, date: '2026-12-28', form: 'evaluation-record' } as const
const MINUTES = {
  id: 'a2',
  as: 'document',
  file,
  pages: 3,
  date: '2026-12-20',
  title: '会议纪要',
  kind: 'process',
} as const

function yearWith(attached: EvaluationFile['attached']): EvaluationFile {
  const year = buildEvaluation()
  return attached ? { ...year, attached } : year
}

// Catches: a key that comes back changed or that an older file lacks; an id given twice, so that one file hides another.
test('signed scans and documents are read as they were written, and ids are not given twice', () => {
  const person = String(buildEvaluation().instructors[0]?.id)
  const { attached } = readBuilt(yearWith([{ ...SIGNED, instructor: person }, MINUTES]))
  expect(attached).toEqual([{ ...SIGNED, instructor: person }, MINUTES])
  expect(signedScans(attached).map(scan => scan.form)).toEqual(['evaluation-record'])
  expect(nextAttachedId(attached)).toBe('a3')
  expect(nextAttachedId(readBuilt(yearWith(undefined)).attached)).toBe('a1')
})

// Catches: a scan that is filed under nobody, and a document without a title in the catalogue.
test('what cannot be is refused with its place', () => {
  expect(
    faultsOfBuilt(yearWith([SIGNED, { ...MINUTES, id: 'a1' }, { ...SIGNED, id: 'a3', instructor: 'nobody' }])),
  ).toEqual(['attached[1].id: duplicate', 'attached[2].instructor: unknown-id'])
  expect(faultsOfBuilt(yearWith([{ ...MINUTES, title: ' ', pages: 0 }]))).toEqual([
    'attached[0].pages: out-of-range',
    'attached[0].title: empty',
  ])
})
