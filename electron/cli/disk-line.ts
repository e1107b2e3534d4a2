import type { DiskFailure } from '#electron/host/sheets/disk-failure.ts'

/** What a disk refused, for whoever gave the path, and how far the work had come. */
export function diskLine(code: DiskFailure, path: string, finished: string): string {
  switch (code) {
    case 'no-space':
      return `${path}: no space left · 磁盘空间不足，${finished}`
    case 'read-only':
      return `${path}: cannot be written · 无法写入（只读、无权限或文件正被打开），${finished}`
    case 'no-folder':
      return `${path}: no such folder · 文件夹不存在或已断开，${finished}`
  }
}
