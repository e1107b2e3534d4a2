import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { HubFailure, queryError } from './hub-failure.ts'

/** Runs one statement; its rows, or the number of rows it changed. Rejects with a HubFailure, or with a bug. */
export type Query = <Row extends QueryResultRow = never>(
  text: string,
  values?: readonly unknown[],
) => Promise<{ readonly rows: readonly Row[]; readonly changed: number }>

/** A database that speaks PostgreSQL's protocol, as far as a hub needs it. */
export type HubDatabase = {
  readonly query: Query
  /**
   * Everything that `work` does, or nothing. Run again where two transactions got in each other's way. Statements that are
   * asked together (`Promise.all`) go out together and are carried out in their order, each seeing what those before it did.
   */
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>
  readonly end: () => Promise<void>
}

// One connection writes, the others ask: more would only queue inside the database.
const CONNECTIONS = 4
const TRIES = 5

/** SQLSTATE: serialization failure, deadlock. */
const AGAIN = ['40001', '40P01']

/** Connects when it is first asked; a database that comes back after a failure is found again. `url` is never shown. */
export function hubDatabase(url: string): HubDatabase {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // Statements of a transaction need not wait for one another's answers.
    pipeline: true,
    // A station that stands still in the middle must not keep the others waiting for ever.
    lock_timeout: 8_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 8_000,
    query_timeout: 30_000,
    // An acknowledged vote is on the disk, whatever the server's default; a stricter default is left alone.
    onConnect: async client => {
      await client.query(
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit', true) = 'off'",
      )
    },
  })
  // A connection that breaks, idle or between two statements, must not end the station; the next query on it is refused.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const query: Query = (text, values = []) => run(() => pool.query(text, [...values]))

  const once = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await connect(pool)
    try {
      await run(() => client.query('BEGIN'))
      const done = await work((text, values = []) => run(() => client.query(text, [...values])))
      await run(() => client.query('COMMIT'))
      client.release()
      return done
    } catch (error) {
      // Whatever state the connection is in: the server rolls back what a closed one had not committed.
      client.release(true)
      throw error
    }
  }

  return {
    query,
    transaction: async work => {
      for (let left = TRIES - 1; ; left--) {
        try {
          return await once(work)
        } catch (error) {
          if (!(error instanceof HubFailure && AGAIN.includes(error.state) && left > 0)) throw error
        }
      }
    },
    end: () => pool.end(),
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw queryError(error)
  }
}

async function run<Row extends QueryResultRow>(
  ask: () => Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>,
): Promise<{ readonly rows: readonly Row[]; readonly changed: number }> {
  try {
    const { rows, rowCount } = await ask()
    return { rows, changed: rowCount ?? 0 }
  } catch (error) {
    throw queryError(error)
  }
}
