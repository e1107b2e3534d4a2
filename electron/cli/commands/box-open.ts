import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT } from '#electron/cli/command.ts'
import { textTable } from '#electron/cli/text-table.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withUrn } from './box-urn.ts'
import { openFaultExit, openFaultLines, rollLines } from './box-words.ts'

const usage = 'pingyi box open BOX.urn --tellers - [--json] [--void-damaged]'

/** `pingyi box open`: closes, opens, checks, counts, destroys; prints the counts, each time the same. */
export const boxOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      {
        tellers: { type: 'string' },
        json: { type: 'boolean', default: false },
        'void-damaged': { type: 'boolean', default: false },
      },
      usage,
      1,
    )
    needsStandardInput(values.tellers, usage)
    const { tellers, recovery } = await readTellersInput(io)
    return withUrn(positionals[0] ?? '', io, async store => {
      const opened = await openBox(store, tellers, {
        voidDamaged: values['void-damaged'],
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
      io.out(values.json ? `${counts}\n` : countsTable(counts))
      return EXIT.done
    })
  },
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
