import type { NoRoster } from './read-registration.ts'

/** Why a file cannot be read as a table at all. */
export const WORKBOOK_FAULT_CODES = [
  'not-a-file',
  'unreadable-file',
  'empty-file',
  'lock-file',
  'file-too-large',
  'too-much-content',
  'too-slow',
  'damaged',
  'encrypted',
  'wps-et',
  'excel-binary',
  'open-document',
  'numbers',
  'word',
  'slides',
  'pdf',
  'picture',
  'archive',
  'web-page',
  'not-text',
  'unclosed-quote',
  'not-a-table',
] as const

export type WorkbookFaultCode = (typeof WORKBOOK_FAULT_CODES)[number]
export type WorkbookFault = {
  readonly code: WorkbookFaultCode
  readonly details: Readonly<Record<string, string | number>>
}

/** Why a file cannot be read as a workbook; `details` are the values that its words name. */
export function workbookFault(code: WorkbookFaultCode, details: WorkbookFault['details'] = {}): WorkbookFault {
  return { code, details }
}

const SAVE_AS = '请用 WPS 或 Excel 打开，点“文件”→“另存为”，类型选“Excel 文件（*.xlsx）”，再导入新存的文件'

const WORDS: Record<WorkbookFaultCode, (details: WorkbookFault['details']) => string> = {
  'not-a-file': () => '不是文件',
  'unreadable-file': d => `无法读取（${d['reason']}）`,
  'empty-file': () => '文件是空的，可能没有下载完，请重新下载',
  'lock-file': () => '这是 Excel 打开文件时的临时文件，请选不带“~$”的那一个',
  'file-too-large': d => `文件有 ${d['megabytes']} MB，上限 ${d['maximum']} MB；请删去图片和无关的工作表后再导入`,
  'too-much-content': () => '内容太多，不像花名册；请新建一个表格，只复制有字的行，再导入',
  'too-slow': d => `读了 ${d['seconds']} 秒还没有读完，已停止；请新建一个表格，只复制有字的行，再导入`,
  damaged: () => '文件不完整或已损坏，请重新下载，或用 WPS 或 Excel 打开后另存为 .xlsx',
  encrypted: () => '文件有打开密码，请用 WPS 或 Excel 打开，取消密码并保存后再导入',
  'wps-et': () => `这是 WPS 表格自己的格式（.et）。${SAVE_AS}`,
  'excel-binary': () => `这是 Excel 二进制格式（.xlsb）。${SAVE_AS}`,
  'open-document': () => `这是 ODF 表格（.ods）。${SAVE_AS}`,
  numbers: () => '这是苹果 Numbers 表格，请在 Numbers 中导出为 Excel（.xlsx）后再导入',
  word: () => '这是文字文档，不是表格；请把其中的表格复制到 WPS 表格或 Excel，存为 .xlsx 后再导入',
  slides: () => '这是演示文稿，不是表格',
  pdf: () => '这是 PDF，不是表格；请向填报单位要 Excel 原件',
  picture: () => '这是图片，不是表格；请向填报单位要 Excel 原件',
  archive: () => '这是压缩包，请先解压，再导入其中的表格',
  'web-page': () => `这是网页格式的表格，只是文件名像 Excel。${SAVE_AS}`,
  'not-text': () => `不是 Excel 文件，也看不出文字编码。${SAVE_AS}`,
  'unclosed-quote': d => `第 ${d['row']} 行的双引号没有成对，请补上或删去`,
  'not-a-table': () => `不是表格文件。${SAVE_AS}`,
}

/** Why the file is no table, and what to do, in Chinese. */
export function workbookFaultWords(fault: WorkbookFault): string {
  return WORDS[fault.code](fault.details)
}

/** Why the table is no roster, and what to do, in Chinese. */
export function noRosterWords(reason: NoRoster): string {
  return reason.code === 'only-hidden'
    ? `花名册在隐藏的工作表“${reason.sheet}”里，请取消隐藏并保存后再导入`
    : '不是花名册：没有找到表头；表头一行要有姓名（或“指导员姓名”）和性别、年龄、所在单位名称等列'
}
