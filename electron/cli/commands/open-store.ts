import { EXIT, type Exit, type Io } from '#electron/cli/command.ts'
import { textTable } from '#electron/cli/text-table.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import type { Tellers } from '#electron/host/box/tellers.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { openFaultExit, openFaultLines, rollLines } from './box-words.ts'

export type OpenStoreOptions = { readonly json: boolean; readonly voidDamaged: boolean }

/** Opens a box, wherever it is kept, and prints its counts. */
export async function openStore(
  store: BallotStore,
  { tellers, recovery }: Tellers,
  { json, voidDamaged }: OpenStoreOptions,
  io: Io,
): Promise<Exit> {
  const opened = await openBox(store, tellers, {
    voidDamaged,
    recovery,
    random: secureRandom,
    progress: (done, total) => io.progress(done, total, '拆封选票'),
  })
  io.endProgress()
  if (!opened.ok) {
    for (const line of openFaultLines(opened.error)) io.say(line)
    return openFaultExit(opened.error)
  }
  const { counts, roll, damaged } = opened.value
  for (const line of roll ? rollLines(roll) : ['票箱此前已开箱计票，结果如下']) io.say(line)
  for (const group of damaged) io.say(`票种 ${group.id}：${group.damaged} 张因磁盘损坏作无效票`)
  if (roll) io.say('已计票；选票、钥匙和码条记录已销毁')
  io.out(json ? `${counts}\n` : countsTable(counts))
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
