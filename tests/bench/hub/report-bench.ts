import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { interleavedRounds, median, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { yearWithUnions } from '#tests/unit/report/build-report-year.ts'
import { formsOf, type ReportHub, startReportHub, tokenIn } from '#tests/unit/report/report-hub.ts'

const OURS = '评议, the reports’ server, 30 windows'
const ALONE = 'its database alone, the same statements, 4 connections'
const LINKS = 200
/** A link may save so often at once that none waits for the limit. */
const SAVES = 10
const WINDOWS = 30
const CONNECTIONS = 4
const YEAR = 2026

/** Saves of reports as they are typed, over HTTP, against the database doing the same statements without it. */
export async function reportBench(quick: boolean): Promise<Section> {
  const hub = await startReportHub()
  try {
    const rounds = await interleavedRounds(
      [
        { name: OURS, run: () => saveOnline(hub) },
        { name: ALONE, run: () => saveAlone(hub) },
      ],
      quick ? 2 : 4,
    )
    return {
      title: 'Reports: ms for a save (server, PostgreSQL and the windows on this computer)',
      rounds,
      ratios: { reportsVsDatabase: timesFaster(rounds, OURS, ALONE) },
      notes: { reportSavesASecond: 1_000 / median(rounds.get(OURS) ?? []) },
    }
  } finally {
    await hub.stop()
  }
}

/** New links each time: the limit on one link is not what is measured. */
async function publishLinks(hub: ReportHub): Promise<readonly string[]> {
  const office = await hub.office()
  const [form] = formsOf(yearWithUnions(YEAR))
  if (form?.kind !== 'rating') throw new Error('no form')
  await hub.db.query('DELETE FROM pingyi_reports')
  const forms = Array.from({ length: LINKS }, (_, index) => ({ ...form, by: `工会${index}` }))
  const published = await office['reporting.publish']({ year: YEAR, forms, renew: false })
  if (!published.ok) throw new Error(published.error.code)
  return published.data.links.map(({ url }) => tokenIn(url))
}

const answersOf = (save: number) => ({
  i01: { score: String(60 + save), comment: '工作扎实，能够独立指导企业开展集体协商。' },
})

async function saveOnline(hub: ReportHub): Promise<number> {
  const tokens = await publishLinks(hub)
  const agent = new Agent({ keepAlive: true, maxSockets: WINDOWS })
  let next = 0
  const saveAll = async () => {
    for (let token = tokens[next++]; token !== undefined; token = tokens[next++])
      for (let base = 0; base < SAVES; base++) {
        const body = { base, attempt: `window-one-here-${base}`.padEnd(20, '-'), answers: answersOf(base) }
        const reply = await post(agent, hub.url, token, JSON.stringify(body))
        if (!reply.includes('"saved"')) throw new Error(reply)
      }
  }
  try {
    return await timeEach(tokens.length * SAVES, () => Promise.all(Array.from({ length: WINDOWS }, saveAll)))
  } finally {
    agent.destroy()
  }
}

function post(agent: Agent, url: string, token: string, body: string): Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Authorization: `Bearer ${token}`,
  }
  return new Promise((resolve, reject) => {
    const asked = request(new URL('report/save', url), { method: 'POST', agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.once('end', () => resolve(text))
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

async function saveAlone(hub: ReportHub): Promise<number> {
  const hashes = (await publishLinks(hub)).map(token => createHash('sha256').update(token).digest())
  let next = 0
  const saveAll = async () => {
    for (let hash = hashes[next++]; hash; hash = hashes[next++])
      for (let base = 0; base < SAVES; base++) await saveOne(hub.db, hash, base)
  }
  return timeEach(hashes.length * SAVES, () => Promise.all(Array.from({ length: CONNECTIONS }, saveAll)))
}

/** What one save asks of the database, without a look at what is saved. */
async function saveOne(db: HubDatabase, hash: Buffer, base: number): Promise<void> {
  const answers = JSON.stringify(answersOf(base))
  await db.query('SELECT token FROM pingyi_reports WHERE token = $1', [hash])
  await db.transaction(async query => {
    const { rows } = await query<{ readonly key: string }>(
      'SELECT key, form, answers FROM pingyi_reports WHERE token = $1 FOR UPDATE',
      [hash],
    )
    const key = rows[0]?.key
    await query(
      `UPDATE pingyi_reports SET state = 'filling', revision = $3, answers = $4, at = now() WHERE year = $1 AND key = $2`,
      [YEAR, key, base + 1, answers],
    )
    await query('DELETE FROM pingyi_report_revisions WHERE year = $1 AND key = $2 AND revision = $3', [YEAR, key, base])
    await query(
      `INSERT INTO pingyi_report_revisions (year, key, revision, kind, answers, attempt, since, at)
       VALUES ($1, $2, $3, 'saved', $4, '', now(), now())`,
      [YEAR, key, base + 1, answers],
    )
  })
}
