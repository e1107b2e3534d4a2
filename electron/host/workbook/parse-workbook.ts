import { basename, extname } from 'node:path'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import {
  type WorkbookFault,
  type WorkbookFaultCode,
  workbookFault,
} from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { readText } from './read-text.ts'
import { readXls } from './read-xls.ts'
import { readXlsx } from './read-xlsx.ts'

const COMPOUND_FILE = 'd0cf11e0a1b11ae1'
// What is told apart by its first bytes: the name says what a person wanted, not what the file is.
const SIGNATURES: readonly (readonly [string, WorkbookFaultCode])[] = [
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['1f8b', 'archive'],
]

/** The sheets of a workbook's bytes; `name` is the file's name. Synchronous and unbounded: call it in the worker. */
export function parseWorkbook(bytes: Buffer, name: string): Result<readonly Sheet[], WorkbookFault> {
  if (basename(name).startsWith('~$')) return failure(workbookFault('lock-file'))
  if (bytes.length === 0) return failure(workbookFault('empty-file'))
  const extension = extname(name).toLowerCase()
  // An .et may look like an .xls inside and differ in what it means: saved as .xlsx by WPS itself it is certain.
  if (extension === '.et' || extension === '.ett') return failure(workbookFault('wps-et'))
  const start = bytes.toString('hex', 0, 8)
  if (start.startsWith('504b')) return readXlsx(bytes)
  if (start === COMPOUND_FILE) return readXls(bytes)
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))
  return known ? failure(workbookFault(known[1])) : readText(bytes, basename(name, extname(name)))
}
