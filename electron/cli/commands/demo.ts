import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { archiveEvaluation } from '#electron/cli/archive-evaluation.ts'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, type Exit, type Io } from '#electron/cli/command.ts'
import { calm } from '#electron/cli/demo/calm.ts'
import { type DemoPlace, hubPlace, laptopPlace } from '#electron/cli/demo/demo-place.ts'
import { holdMeeting } from '#electron/cli/demo/hold-meeting.ts'
import { printEvaluation } from '#electron/cli/print-evaluation.ts'
import { readEvaluationFile } from '#electron/cli/read-evaluation-file.ts'
import { today } from '#electron/cli/today.ts'
import { verifyFolder } from '#electron/cli/verify-folder.ts'
import { yearSummary } from '#electron/cli/year-summary.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'

import { withDatabase } from './hub-address.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const usage = 'pingyi demo [--out DIR] [--hub]'

/** What the demo leaves, and what each is to be opened for. */
const PLACES = [
  ['摘要.txt', '先看这一页：缺什么、建议等次、名额、须由人确认的事'],
  ['表格', '各种表格的 PDF，可直接打印签字'],
  ['归档', '可以移交档案部门的文件夹，先看其中的 说明文件.txt'],
  ['2026.pingyi.json', '全年数据，可在评议里导入'],
  ['results.json', '计分结果'],
  ['会场', '开箱后的票箱：只剩计票数'],
] as const

/** `pingyi demo`: the main job on the sample year, its meeting held over the real station (or two, in a hub), left in a folder. */
export const demo: Command = {
  usage,
  run: async (args, told) => {
    const io = calm(told)
    const { values } = readArguments(
      args,
      { out: { type: 'string' }, hub: { type: 'boolean', default: false } },
      usage,
      0,
    )
    const out = values.out === undefined ? join(root, 'out', 'demo') : io.path(values.out)
    const sample = join(root, 'resources', 'sample', '2026.pingyi.json')
    const planned = await readEvaluationFile(sample, io)
    const sheets = join(out, '表格')
    const archive = join(out, '归档')
    // Only what an earlier demo left: a folder that the user named may hold other things.
    for (const folder of [sheets, archive]) await rm(folder, { recursive: true, force: true })
    await mkdir(out, { recursive: true })
    const room = join(out, '会场')
    io.say('【1/5】民主测评会（真实的投票站、票箱和手机端加密）')
    const hold = async (place: DemoPlace) => {
      const evaluation = await holdMeeting(planned, place, room, io)
      return evaluation ? leaveYear(evaluation, { out, sheets, archive }, io) : EXIT.failed
    }
    return values.hub ? withDatabase(io, db => hold(hubPlace(db))) : hold(laptopPlace(room))
  },
}

/** Scores, prints, archives and verifies the year with its meeting. */
async function leaveYear(
  evaluation: Evaluation,
  { out, sheets, archive }: { readonly out: string; readonly sheets: string; readonly archive: string },
  io: Io,
): Promise<Exit> {
  const score = scoreYear(evaluation)
  const summary = yearSummary(evaluation, score)
  await writeFile(join(out, '2026.pingyi.json'), writeEvaluation(evaluation))
  await writeFile(join(out, 'results.json'), writeResults(resultsOf(score)))
  await writeFile(join(out, '摘要.txt'), summary)
  io.say(`\n【2/5】计分\n${briefly(summary)}\n\n【3/5】表格`)
  const printed = await printEvaluation(evaluation, { forms: null, people: null }, sheets, true, io)
  if (!printed) return EXIT.failed
  const where = (path: string) => relative(process.cwd(), path) || '.'
  io.say(`已印 ${printed.length} 份表格，共 ${printed.reduce((pages, sheet) => pages + sheet.pages, 0)} 页`)
  io.say('\n【4/5】归档')
  const settings = { settings: DEFAULT_SETTINGS, fondsGiven: false, date: today(), sample: true }
  if (!(await archiveEvaluation({ evaluation, ...settings, folder: archive }, io))) return EXIT.failed
  io.say('\n【5/5】核验')
  if (!(await verifyFolder(archive, io))) return EXIT.failed
  io.say(`\n全部完成。成果在 ${where(out)}：\n${PLACES.map(([name, words]) => `  ${name}　${words}`).join('\n')}\n`)
  io.out(`${where(out)}\n`)
  for (const [name] of PLACES) io.out(`${where(join(out, name))}\n`)
  return EXIT.done
}

/** The summary without what a person has to confirm one by one: that is in the file. */
function briefly(summary: string): string {
  const [head = '', ...confirm] = summary.split('\n四、须由人确认\n')
  const people = confirm
    .join()
    .split('\n')
    .filter(line => line.includes('（')).length
  return `${head.trimEnd()}\n\n  须由人确认的 ${people} 人见 摘要.txt`
}
