/** Files that leave the app. */
export const FILES = {
  evaluation: (year: number) => `${year}.pingyi.json`,
  saved: (name: string) => `已导出 ${name}`,
} as const
