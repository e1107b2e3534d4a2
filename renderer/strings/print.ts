/** 打印表格 */
export const PRINT = {
  table: (title: string) => `打印${title}`,
  sample: '示例',
} as const
