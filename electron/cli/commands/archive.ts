import { archiveEvaluation } from '#electron/cli/archive-evaluation.ts'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError } from '#electron/cli/command.ts'
import { readEvaluationFile } from '#electron/cli/read-evaluation-file.ts'
import { today } from '#electron/cli/today.ts'
import { readSettings, type SettingName } from '#shared/domain/archive/archive-settings.ts'

const usage =
  'pingyi archive FILE --out DIR [--date YYYY-MM-DD] [--fonds 全宗号] [--body 机构(问题)代码] [--separator -] [--retention KIND=Y|D30,…]'

const FAULTS: Readonly<Record<SettingName, string>> = {
  fonds: '--fonds: 1 to 20 letters and digits · 全宗号应为 1 到 20 个字母或数字',
  body: '--body: 1 to 20 letters and digits · 机构（问题）代码应为 1 到 20 个字母或数字',
  separator: '--separator: one of - _ . · · 分隔符只能是 - _ . · 之一',
  retention:
    '--retention: such as list=D10,dismissal=Y; kinds result list summary dismissal award process · 保管期限写作 list=D10,dismissal=Y',
}

/** `pingyi archive`: an evaluation file in, the complete archive of the year out. */
export const archive: Command = {
  usage,
  run: async (args, io) => {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(
      args,
      { out: text, date: text, fonds: text, body: text, separator: text, retention: text },
      usage,
      1,
    )
    if (values.out === undefined || values.out === '') throw new InputError([`用法：${usage}`])
    const settings = readSettings(values)
    if (!settings.ok) throw new InputError(settings.error.map(name => FAULTS[name]))
    const date = values.date ?? today()
    if (!isDate(date)) throw new InputError([`--date ${date}: not a date such as 2027-01-05 · 日期应写作 2027-01-05`])
    const evaluation = await readEvaluationFile(positionals[0] ?? '', io)
    const made = await archiveEvaluation(
      {
        evaluation,
        settings: settings.value,
        fondsGiven: values.fonds !== undefined,
        date,
        folder: io.path(values.out),
      },
      io,
    )
    if (!made) return EXIT.failed
    io.out(`${values.out}\n`)
    return EXIT.done
  },
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
