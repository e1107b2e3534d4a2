/** A date that is typed. */
export const DATE_FIELD = {
  placeholder: '例如 2026-12-21',
  wrong: '日期应写作 2026-12-21',
} as const
