import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonResult, Results } from '#shared/domain/score/results.ts'
import { goTo, loadSample, openApp, openOnce, readSample, SAMPLE } from './app.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const opened = openOnce(async atEnd => {
  const app = await openApp(browser, atEnd)
  await loadSample(app.page)
  await goTo(app.page, '计分', 'score')
  return app
})

const command = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')

let asked: Promise<Results> | undefined
const resultsOfCommand = () => {
  asked ??= askCommand()
  return asked
}

async function askCommand(): Promise<Results> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'score', SAMPLE, '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

type Shown = {
  readonly instructor: string | null
  readonly name: string | undefined
  readonly rank: string | undefined
  readonly components: Record<string, string | undefined>
  readonly bonus: string | undefined
  readonly penalty: string | undefined
  readonly total: string | undefined
  readonly grade: string | undefined
}

/** Every row of a table, cell by cell, as a person sees it. */
function rowsOf(panel: Locator): Promise<Shown[]> {
  return panel.locator('tr[data-row]').evaluateAll(rows =>
    rows.map(row => {
      const cells = new Map(
        [...row.querySelectorAll<HTMLElement>('[data-column]')].map(cell => [
          cell.dataset['column'] ?? '',
          cell.textContent,
        ]),
      )
      return {
        instructor: row.getAttribute('data-row'),
        name: cells.get('name'),
        rank: cells.get('rank'),
        components: Object.fromEntries(
          [...cells].flatMap(([id, text]) => (id.startsWith('component:') ? [[id.slice(10), text]] : [])),
        ),
        bonus: cells.get('bonus'),
        penalty: cells.get('penalty'),
        total: cells.get('total'),
        grade: cells.get('grade'),
      }
    }),
  )
}

/** What the table must show of a result. */
function expected(result: PersonResult, components: readonly string[], labels: ReadonlyMap<string, string>): Shown {
  return {
    instructor: result.instructor,
    name: result.name,
    rank: result.rank === null ? undefined : String(result.rank),
    components: Object.fromEntries(
      components.map(id => [id, result.components.find(part => part.id === id)?.score ?? '缺']),
    ),
    bonus: result.bonus,
    penalty: result.penalty,
    total: result.total ?? '—',
    grade: labels.get(result.proposed ?? '') ?? withoutGrade(result),
  }
}

function withoutGrade(result: PersonResult): string {
  if (result.blocked.length > 0) return '暂不能计分'
  return result.notes.includes('tie-at-quota') ? '并列待定' : '不定等次'
}

// Catches: a figure that is worked out or rounded a second time on the screen; a person lost between the tables; a rank,
// grade or order that differs from the command's.
test('ranking and unranked show the same figures as the command, to the last digit', async () => {
  const { page } = opened()
  const { scheme } = JSON.parse(await readSample())
  const labels = new Map<string, string>(
    scheme.grades.map((grade: { id: string; label: string }) => [grade.id, grade.label]),
  )
  const components: string[] = scheme.components.map((component: { id: string }) => component.id)
  const { results, quota } = await resultsOfCommand()
  const ranked = results.filter(result => result.rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const unranked = results.filter(result => result.rank === null)
  expect(await rowsOf(page.locator('[data-panel="ranking"]'))).toEqual(
    ranked.map(result => expected(result, components, labels)),
  )
  const shown = await rowsOf(page.locator('[data-panel="unranked"]'))
  expect(shown.toSorted(byId)).toEqual(unranked.map(result => expected(result, components, labels)).toSorted(byId))
  const places = await page
    .locator('[data-panel="quota"] tbody tr')
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('td')].slice(1).map(cell => Number(cell.textContent))),
    )
  expect(places).toEqual(
    quota.map(pool => [pool.base, pool.places, pool.within.length, pool.tied.length, pool.over.length]),
  )
})

// Catches: totals that are seen before what they lack; gaps that the screen keeps to itself.
test('what is missing stands before any total, and names who', async () => {
  const { page } = opened()
  const panels = await page
    .locator('[data-panel]')
    .evaluateAll(all => all.map(panel => panel.getAttribute('data-panel')))
  expect(panels[0]).toBe('gaps')
  const gaps = page.locator('[data-panel="gaps"]')
  const blockedIds = (await resultsOfCommand()).results.filter(result => result.blocked.length > 0)
  expect(blockedIds.length).toBeGreaterThan(0)
  for (const result of blockedIds) {
    const row = gaps.getByRole('row').filter({ hasText: '暂不能计分' })
    expect((await row.allInnerTexts()).join('\n')).toContain(result.name)
  }
})

// Catches: a grade line drawn at the wrong place, or left standing when the rows are in another order.
test('grade lines stand between the rows where the totals cross them, and only in the order of rank', async () => {
  const { page } = opened()
  const { grades } = JSON.parse(await readSample()).scheme
  const ranking = page.locator('[data-panel="ranking"]')
  const { results } = await resultsOfCommand()
  const totals = results.flatMap(result => (result.rank === null ? [] : [Number(result.total)]))
  const crossed = grades.filter((grade: { min: string }) => totals.some(total => total < Number(grade.min)))
  expect(crossed.length).toBeGreaterThan(0)
  const lines = await ranking.locator('tr[data-line]').allInnerTexts()
  for (const grade of crossed) {
    const above = totals.filter(total => total >= Number(grade.min)).length
    expect(lines.join('\n')).toContain(`${grade.label}线 ${grade.min} 分，以上 ${above} 人`)
  }
  await ranking.getByRole('button', { name: '民主测评' }).click()
  expect(await ranking.locator('tr[data-line]').count()).toBe(0)
})

function byId(a: Shown, b: Shown): number {
  return String(a.instructor).localeCompare(String(b.instructor))
}
