import { readFile } from 'node:fs/promises'
import { type Fault, fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** A file's text, or a fault where its bytes are not UTF-8 (a GB 18030 file would read as rubbish). Rejects on I/O errors. */
export async function readTextFile(path: string): Promise<Result<string, readonly Fault[]>> {
  const bytes = await readFile(path)
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failure([fault('', 'not-text')])
  }
}
