import { archiveEvaluation } from '#electron/cli/archive-evaluation.ts'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError, type Io } from '#electron/cli/command.ts'
import { isSampleFile } from '#electron/cli/is-sample-file.ts'
import { readEvaluationFile } from '#electron/cli/read-evaluation-file.ts'
import { today } from '#electron/cli/today.ts'
import { prepareSupplement, type SupplementPrepared } from '#electron/host/archive/prepare-supplement.ts'
import { type AttachedList, readAttached } from '#electron/host/archive/read-attached.ts'
import { type ArchiveSettings, readSettings, type SettingName } from '#shared/domain/archive/archive-settings.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'

const usage =
  'pingyi archive FILE --out DIR [--date YYYY-MM-DD] [--fonds 全宗号] [--body 机构(问题)代码] [--separator -] [--retention KIND=Y|D30,…] [--attach LIST.json] [--attachments DIR] [--supplement-to ARCHIVE --reason 复核理由]'

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
      {
        out: text,
        date: text,
        fonds: text,
        body: text,
        separator: text,
        retention: text,
        attach: text,
        attachments: text,
        'supplement-to': text,
        reason: text,
      },
      usage,
      1,
    )
    if (values.out === undefined || values.out === '') throw new InputError([`用法：${usage}`])
    const settings = readSettings(values)
    if (!settings.ok) throw new InputError(settings.error.map(name => FAULTS[name]))
    const date = values.date ?? today()
    if (!isDate(date)) throw new InputError([`--date ${date}: not a date such as 2027-01-05 · 日期应写作 2027-01-05`])
    const evaluation = await readEvaluationFile(positionals[0] ?? '', io)
    const list = values.attach === undefined ? null : await attachedIn(values.attach, io)
    const supplement = await supplementFor(values, evaluation, { date, settings: settings.value }, io)
    const made = await archiveEvaluation(
      {
        evaluation,
        settings: supplement?.settings ?? settings.value,
        attached: list?.documents ?? [],
        signed: list?.signed ?? [],
        attachments: values.attachments === undefined ? undefined : io.path(values.attachments),
        ...(supplement ? { supplement: supplement.supplement, newlyAttached: supplement.attached } : {}),
        fondsGiven: values.fonds !== undefined || supplement !== null,
        date,
        sample: await isSampleFile(io.path(positionals[0] ?? '')),
        folder: io.path(values.out),
      },
      io,
    )
    if (!made) return EXIT.failed
    io.out(`${values.out}\n`)
    return EXIT.done
  },
}

async function attachedIn(list: string, io: Io): Promise<AttachedList> {
  const read = await readAttached(io.path(list)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new InputError([`--attach ${list}: cannot be read (${error.code}) · 无法读取`])
  })
  if (!read.ok) throw new InputError(read.error.map(line => `--attach ${list}: ${line}`))
  return read.value
}

/** What a 补充卷 holds; null where none is asked for. */
async function supplementFor(
  values: { readonly 'supplement-to'?: string | undefined; readonly reason?: string | undefined },
  evaluation: Evaluation,
  about: { readonly date: string; readonly settings: ArchiveSettings },
  io: Io,
): Promise<SupplementPrepared | null> {
  const { 'supplement-to': original, reason = '' } = values
  if (original === undefined) return null
  if (reason.trim() === '') throw new InputError(['--reason: missing · 补充卷须写明复核理由'])
  const prepared = await prepareSupplement(io.path(original), evaluation, { ...about, reason }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      throw new InputError([`--supplement-to ${original}: cannot be read (${error.code}) · 无法读取`])
    },
  )
  if (prepared.ok) {
    for (const { name, before, after } of prepared.value.supplement.changes)
      io.say(`更正：${name} 总分 ${before.total ?? '—'} → ${after.total ?? '—'}`)
    return prepared.value
  }
  switch (prepared.error.code) {
    case 'not-an-archive':
      throw new InputError([`--supplement-to ${original}: not an archive · 不是归档文件夹`])
    case 'other-year':
      throw new InputError([`--supplement-to ${original}: another year · 原卷是另一年度的`])
    case 'nothing-changed':
      throw new InputError([`--supplement-to ${original}: nothing changed · 与原卷相比没有更正`])
    case 'not-sound':
      throw new InputError([...prepared.error.lines, `--supplement-to ${original}: not sound · 原卷核验未通过`])
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
