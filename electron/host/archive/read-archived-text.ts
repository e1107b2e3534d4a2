import { stat } from 'node:fs/promises'
import { readTextFile } from '#electron/host/read-text-file.ts'
import { failure, type Result } from '#shared/lib/result.ts'

/** Larger than any text that an archive holds: a file that fills the memory is no archive's. */
const MOST_BYTES = 256 * 1024 * 1024

/** The text of a file in an archive, or why there is none, in Chinese. */
export async function readArchivedText(path: string): Promise<Result<string, string>> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return failure('文件过大')
    const text = await readTextFile(path)
    return text.ok ? text : failure('不是 UTF-8 文本')
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) return failure(`无法读取，${error.code}`)
    throw error
  }
}
