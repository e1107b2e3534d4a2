import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure } from '#shared/lib/result.ts'
import { type ReadWorkbook, type ReadWorkbookOptions, readWorkbook, sizeFault } from './read-workbook.ts'

/** The sheets of a file; a folder, a device, a file too large or one that cannot be opened is a fault. */
export async function readWorkbookFile(path: string, options: ReadWorkbookOptions = {}): Promise<ReadWorkbook> {
  try {
    const status = await stat(path)
    if (!status.isFile()) return failure(workbookFault('not-a-file'))
    const fault = sizeFault(status.size)
    if (fault) return failure(fault)
    return await readWorkbook(await readFile(path), basename(path), options)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string')
      return failure(workbookFault('unreadable-file', { reason: error.code }))
    throw error
  }
}
