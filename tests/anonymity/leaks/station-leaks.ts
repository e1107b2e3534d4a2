import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import type { Room } from '#tests/anonymity/scripted-meeting.ts'
import { openWith } from '#tests/unit/box/open-with.ts'
import { atEachVote } from './leak-store.ts'
import type { NamedLeak } from './named-leak.ts'

/** Leaks of a station that writes something down while people vote, or says something. */
export const stationLeaks: readonly NamedLeak[] = [
  {
    name: 'the file’s times are not set back',
    row: 'any time near a vote',
    caughtBy: ['times'],
    leak: { file: honest => ({ ...honest, run: steps => honest.run(steps.filter(step => step !== 'pin-time')) }) },
  },
  {
    name: 'a file tells when the last vote came',
    row: 'any time near a vote',
    caughtBy: ['times'],
    leak: {
      store: (honest, { folder }) =>
        atEachVote(honest, () =>
          writeFile(join(folder, 'state.json'), JSON.stringify({ last: new Date().toISOString() })),
        ),
    },
  },
  {
    name: 'an access log has agent and address',
    row: 'address, user agent, code, marker',
    caughtBy: ['markers'],
    leak: {
      // In the process's own network layer, where an access log would stand.
      voting: ({ folder }) => {
        const log = (message: unknown) => {
          const { request } = message as { readonly request: IncomingMessage }
          const line = `${request.socket.remoteAddress} ${request.method} "${request.headers['user-agent']}"\n`
          appendFileSync(join(folder, 'access.log'), line)
        }
        subscribe('http.server.request.start', log)
        return () => unsubscribe('http.server.request.start', log)
      },
    },
  },
  {
    name: 'proofs are kept in base64, gzipped',
    row: 'address, user agent, code, marker',
    caughtBy: ['markers'],
    leak: {
      store: (honest, { folder }) =>
        atEachVote(honest, async proof => {
          const { gzipSync } = await import('node:zlib')
          await appendFile(join(folder, 'cast.log.gz'), gzipSync(`cast ${Buffer.from(proof).toString('base64')}\n`))
        }),
    },
  },
  {
    name: 'hashes of the codes that voted are kept',
    row: 'address, user agent, code, marker',
    caughtBy: ['markers'],
    leak: {
      after: async ({ folder, planted }) => {
        const hashes = planted.codes.map(({ digits }) => createHash('sha256').update(digits).digest('hex'))
        await writeFile(join(folder, 'voted.json'), JSON.stringify(hashes.sort()))
      },
    },
  },
  {
    name: 'a sealed ballot passes through a database',
    row: 'LevelDB / WAL / journal remnants',
    caughtBy: ['markers'],
    leak: {
      store: (honest, { folder }) =>
        atEachVote(honest, async (_, sealed) => {
          const { DatabaseSync } = await import('node:sqlite')
          const database = new DatabaseSync(join(folder, 'queue.sqlite'))
          // Deleted at once; the page keeps it.
          database.exec('CREATE TABLE IF NOT EXISTS ballots (bytes BLOB)')
          database.prepare('INSERT INTO ballots VALUES (?)').run(sealed)
          database.exec('DELETE FROM ballots')
          database.close()
        }),
    },
  },
  {
    name: 'a running tally is kept while people vote',
    row: 'running tallies',
    caughtBy: ['twins'],
    leak: {
      store: (honest, { folder, planted }) => {
        let excellent = 0
        return atEachVote(honest, async (_, sealed) => {
          if (marksExcellent(sealed, planted)) excellent++
          await writeFile(join(folder, 'status.json'), JSON.stringify({ excellent }))
        })
      },
    },
  },
  {
    name: 'an answer to a phone tells the running tally',
    row: 'running tallies',
    caughtBy: ['twins'],
    leak: {
      store: (honest, { planted }) => {
        let excellent = 0
        const store = atEachVote(honest, (_, sealed) => {
          if (marksExcellent(sealed, planted)) excellent++
        })
        return {
          ...store,
          draftHalf: async proof => {
            const half = await honest.draftHalf(proof)
            half?.fill(excellent, 31)
            return half
          },
        }
      },
    },
  },
  {
    name: 'each vote leaves an empty file with a number',
    row: 'order of insertion',
    caughtBy: ['times'],
    leak: {
      store: (honest, { folder }) =>
        atEachVote(honest, (_, __, number) => writeFile(join(folder, `${number}.done`), '')),
    },
  },
  {
    name: 'an error report quotes what was sent',
    row: 'address, user agent, code, marker',
    caughtBy: ['markers'],
    leak: {
      store: (honest, { folder }) =>
        atEachVote(honest, async (_, sealed, number) => {
          if (number !== 3) return
          const report = new Error(`bad ballot ${Buffer.from(sealed).toString('hex')}`)
          await writeFile(join(folder, 'crash.txt'), Buffer.from(String(report), 'utf16le'))
        }),
    },
  },
]

/** Whether a sealed ballot marks the last person 优秀: with the key, which nobody has before the opening. */
function marksExcellent(sealed: Uint8Array, { secretKey, box }: Room['planted']): boolean {
  const key = { secretKey, publicKey: Buffer.from(box.publicKey, 'hex') }
  return box.meeting.groups.some(({ id }) => {
    const plain = openWith(sealed, key, ballotContext(box.box, box.meeting, id))
    return plain?.[box.meeting.instructors.length] === 1
  })
}
