import { EXIT, type Exit, type Io } from '#electron/cli/command.ts'
import { textTable } from '#electron/cli/text-table.ts'
import { openBoxes } from '#electron/host/box/open-boxes.ts'
import type { Tellers } from '#electron/host/box/tellers.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { openFaultExit, openFaultLines, rollLines } from './box-words.ts'
import { type SuggestionsChoice, settleSuggestions } from './settle-suggestions.ts'

export type OpenStoresOptions = {
  readonly json: boolean
  readonly voidDamaged: boolean
  readonly lostHalls: number
  /** What becomes of the suggestions that wait; `keep`: they wait on, locked. */
  readonly suggestions: SuggestionsChoice
  /** What each box is called here, in their order. */
  readonly names: readonly string[]
}

/** Opens a box, or those of all halls of a meeting together, wherever they are kept, and prints the counts. */
export async function openStores(
  [first, ...others]: readonly BallotStore[],
  { tellers, recovery }: Tellers,
  { json, voidDamaged, lostHalls, suggestions, names }: OpenStoresOptions,
  io: Io,
): Promise<Exit> {
  if (!first) throw new Error('no box to open')
  const opened = await openBoxes([first, ...others], tellers, {
    voidDamaged,
    lostHalls,
    recovery,
    random: secureRandom,
    progress: (done, total) => io.progress(done, total, '拆封选票'),
  })
  io.endProgress()
  const of = (box: number) => (others.length > 0 ? `${names[box] ?? box + 1}：` : '')
  if (!opened.ok) {
    const { box, fault } = opened.error
    for (const line of openFaultLines(fault)) io.say(`${of(box)}${line}`)
    return openFaultExit(fault)
  }
  const { counts, rolls, damaged } = opened.value
  if (!rolls) io.say('票箱此前已开箱计票，结果如下')
  for (const [box, roll] of (rolls ?? []).entries()) for (const line of rollLines(roll)) io.say(`${of(box)}${line}`)
  for (const group of damaged) io.say(`票种 ${group.id}：${group.damaged} 张因磁盘损坏作无效票`)
  if (rolls && others.length > 0) io.say(`${rolls.length} 个会场的选票已合并计票，不分会场`)
  if (rolls) io.say('已计票；选票、钥匙和码条记录已销毁')
  const settled = await settleSuggestions([first, ...others], { tellers, recovery }, suggestions, io)
  if (!settled) return EXIT.wrongInput
  const { texts } = settled
  if (json) io.out(`${texts ? JSON.stringify({ ...JSON.parse(counts), suggestions: texts }) : counts}\n`)
  else io.out(countsTable(counts) + (texts ?? []).map((text, index) => `\n意见建议 ${index + 1}\n${text}\n`).join(''))
  return EXIT.done
}

function countsTable(counts: string): string {
  // The text is our own, out of a checksummed record.
  const { groups, tallies }: BoxCounts = JSON.parse(counts)
  const left = (title: string) => ({ title, align: 'left' as const })
  const right = (title: string) => ({ title, align: 'right' as const })
  const participation = textTable(
    [left('票种'), right('印制'), right('收回'), right('无效'), left('并入')],
    groups.map(group => [
      group.id,
      String(group.printed),
      String(group.returned),
      String(group.void),
      group.mergedInto ?? '',
    ]),
  )
  if (tallies.length === 0) return `${participation}\n全部有效票仍少于规定票数，不计票\n`
  const rows = tallies.map(tally => [
    tally.instructor,
    tally.group,
    tally.indicator,
    Object.entries(tally.marks)
      .map(([mark, count]) => `${mark} ${count}`)
      .join('  '),
    String(tally.abstain),
    String(tally.self),
  ])
  const columns = [left('编号'), left('票种'), left('指标'), left('选项'), right('弃权'), right('本人')]
  return `${participation}\n${textTable(columns, rows)}`
}
