import { DatabaseError } from 'pg'

/**
 * The database could not do what it was asked: not reached, stopped, full, read-only, too slow. Its code looks like a
 * disk's error, because that is what a database is to a box; a statement that is wrong in itself stays the bug it is.
 */
export class HubFailure extends Error {
  readonly code = 'EDATABASE'
  /** The database's own code (SQLSTATE), or the network's; empty where there is none. Never its message: it may quote data. */
  readonly state: string

  constructor(state: string) {
    super('the database could not do it')
    this.name = 'HubFailure'
    this.state = state
  }
}

/** SQLSTATE classes of statements that are wrong in themselves: data, constraint, syntax or a name. */
const BUGS = ['22', '23', '42']

/** What a query's error is to us: a HubFailure, or the error itself where it is a bug. */
export function queryError(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const state = error.code ?? ''
    return BUGS.includes(state.slice(0, 2)) ? error : new HubFailure(state)
  }
  // pg gives plain errors for a connection that broke, was refused or took too long.
  return new HubFailure(error instanceof Error && 'code' in error ? String(error.code) : '')
}

/** Whether an error says that a table is not there (SQLSTATE 42P01): the box was opened and its tables dropped. */
export function isMissingTable(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42P01'
}
