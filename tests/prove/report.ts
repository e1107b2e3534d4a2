import { coinBand } from '#tests/anonymity/game/band.ts'

/** What the rigs have counted, by part: each figure the sum over all tests. */
export type Figures = ReadonlyMap<string, Readonly<Record<string, number>>>

/** One thing that the run had to show. */
export type Verdict = { readonly claim: string; readonly holds: boolean }

/** The names under which rigs record what a verdict is made of. */
export const PARTS = {
  games: 'anonymity: two-world games at the protocol’s level',
  wordGames: 'anonymity: two-world games with suggestions',
  pageGames: 'anonymity: two-world games through the page',
  hubGames: 'anonymity: two-world games over a hub’s rows',
  leaks: 'anonymity: leaks put in on purpose',
  years: 'recount: years on which the two tallies agree',
} as const
const CRASH = 'crash: '
const DOORS = 'doors: '

/** Whether each thing holds that `npm run prove` is there to show. Only what the chosen parts can show is asked. */
export function judge(figures: Figures, parts: readonly string[], failed: readonly string[]): Verdict[] {
  const of = (part: string, figure: string) => figures.get(part)?.[figure] ?? 0
  const total = (start: string, figure: string) =>
    [...figures].reduce((sum, [part, each]) => sum + (part.startsWith(start) ? (each[figure] ?? 0) : 0), 0)
  const verdicts: Verdict[] = [
    { claim: `every test passed${failed.length > 0 ? `, but: ${failed.join(', ')}` : ''}`, holds: failed.length === 0 },
  ]
  if (parts.includes('anonymity')) {
    const played = [PARTS.games, PARTS.wordGames, PARTS.pageGames, PARTS.hubGames]
    const games = played.reduce((sum, part) => sum + of(part, 'games'), 0)
    const hits = played.reduce((sum, part) => sum + of(part, 'hits'), 0)
    const { low, high } = coinBand(games)
    verdicts.push({
      claim: `the attacker was right in ${hits} of ${games} games; a coin is right in ${low} to ${high} (99.9 %)`,
      holds: games > 0 && hits >= low && hits <= high,
    })
    const [leaks, caught] = [of(PARTS.leaks, 'leaks'), of(PARTS.leaks, 'caught')]
    verdicts.push({
      claim: `${caught} of ${leaks} leaks put in on purpose were caught`,
      holds: leaks > 0 && caught === leaks,
    })
  }
  if (parts.includes('crash')) {
    const [runs, lost, doubled] = ['interrupted', 'lost', 'doubled'].map(figure => total(CRASH, figure))
    const acknowledged = total(CRASH, 'acknowledged')
    verdicts.push({
      claim: `${acknowledged} ballots acknowledged over ${runs} interrupted runs: ${lost} lost, ${doubled} counted twice`,
      holds: (runs ?? 0) > 0 && acknowledged > 0 && lost === 0 && doubled === 0,
    })
  }
  if (parts.includes('doors')) {
    const [inputs, crashes] = [total(DOORS, 'inputs'), total(DOORS, 'crashes')]
    verdicts.push({
      claim: `${inputs} hostile inputs: ${crashes} crashes or silent acceptances`,
      holds: inputs > 0 && crashes === 0,
    })
  }
  if (parts.includes('recount')) {
    const years = of(PARTS.years, 'years')
    verdicts.push({ claim: `two tallies agreed on ${years} random years`, holds: years > 0 })
  }
  return verdicts
}

/** The report for people. */
export function reportLines(
  figures: Figures,
  verdicts: readonly Verdict[],
  { depth, seconds }: { readonly depth: string; readonly seconds: number },
): string[] {
  const sorted = [...figures].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `Pingyi, proofs at depth ${depth}: ${Math.floor(seconds / 60)} min ${seconds % 60} s`,
    '',
    ...sorted.flatMap(([part, each]) => [
      part,
      `  ${Object.entries(each)
        .map(([figure, value]) => `${figure} ${value.toLocaleString('en')}`)
        .join(' · ')}`,
    ]),
    '',
    ...verdicts.map(({ claim, holds }) => `${holds ? 'holds ' : 'FAILS '} ${claim}`),
  ]
}
