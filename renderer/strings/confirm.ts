/** What every question before an act offers besides the act itself. */
export const CONFIRM = {
  cancel: '取消',
} as const
