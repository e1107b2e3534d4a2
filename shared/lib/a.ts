import x from '../domain/a.ts'
export const a = x
