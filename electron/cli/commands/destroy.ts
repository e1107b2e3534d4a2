import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, type Exit, InputError, type Io } from '#electron/cli/command.ts'
import { today } from '#electron/cli/today.ts'
import { type DestroyFailure, destroyDocuments, finishDestruction } from '#electron/host/archive/destroy-documents.ts'
import { keptDocuments } from '#electron/host/archive/kept-documents.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import type { CatalogueEntry } from '#shared/domain/archive/catalogue.ts'
import { documentDue, isDue } from '#shared/domain/archive/due-documents.ts'
import { failure, type Result } from '#shared/lib/result.ts'

const usage =
  'pingyi destroy ARCHIVE [--date YYYY-MM-DD] [--only 档号,…] [--keep 档号,…] [--confirm 件数 --opinion 鉴定意见 --appraisers 甲,乙 --approver 丙 --supervisors 丁,戊] | --finish'

const FAULTS: Readonly<Record<string, string>> = {
  opinion: '--opinion: missing · 须写明鉴定意见',
  appraisers: '--appraisers: missing · 须写明鉴定人',
  approver: '--approver: missing · 须写明批准人',
  supervisors: '--supervisors: two different names · 须有两名监销人',
}

/**
 * `pingyi destroy`: without `--confirm` the documents that may go, one a line, and nothing is touched (exit 1 where there
 * are some); with the same count confirmed and everybody named, they are destroyed and a record and a register stay.
 */
export const destroy: Command = {
  usage,
  run: async (args, io) => {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(
      args,
      {
        ...{ date: text, only: text, keep: text, confirm: text, opinion: text },
        ...{ appraisers: text, approver: text, supervisors: text },
        finish: { type: 'boolean' },
      },
      usage,
      1,
    )
    const argument = positionals[0] ?? ''
    const folder = io.path(argument)
    const verify = verifierOf(io)
    if (values.finish) return reported(await read(argument, finishDestruction({ folder, verify })), io)
    const date = values.date ?? today()
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date > today())
      throw new InputError([`--date ${date}: a day up to today · 销毁日期应写作 2057-01-05，且不晚于今天`])
    const kept = await keptDocuments(folder)
    if (!kept) throw new InputError([`${argument}: not an archive · 不是归档文件夹（没有目录数据）`])
    const due = chosenOf(kept, date, values)
    if (values.confirm === undefined) return listed(due, date, io)
    if (values.confirm !== String(due.length))
      throw new InputError([
        `--confirm ${values.confirm}: ${due.length} documents are due · 到期 ${due.length} 件，件数不符`,
      ])
    const [first = '', second = '', ...more] = namesIn(values.supervisors)
    if (more.length > 0) throw new InputError([FAULTS['supervisors'] ?? ''])
    const destroyed = await read(
      argument,
      destroyDocuments({
        ...{ folder, verify, numbers: due.map(({ number }) => number) },
        decision: {
          ...{ date, opinion: values.opinion ?? '', appraisers: namesIn(values.appraisers) },
          ...{ approver: values.approver ?? '', supervisors: [first, second] },
        },
      }),
    )
    if (destroyed.ok) {
      io.say(`已销毁 ${destroyed.value.documents} 件，销毁清册和记录在归档文件夹里`)
      io.say(`销毁记录的 SHA-256（请抄在销毁清册上）：${destroyed.value.digest}`)
    }
    return reported(destroyed, io)
  },
}

function verifierOf(io: Io) {
  return async (folder: string) => {
    const verified = await verifyArchive(folder, {
      onProgress: ({ done, total, file }) => io.progress(done, total, file),
      signal: io.signal,
    })
    io.endProgress()
    return verified.ok ? verified : failure({ code: verified.error })
  }
}

function chosenOf(
  kept: readonly CatalogueEntry[],
  date: string,
  { only, keep }: { readonly only?: string | undefined; readonly keep?: string | undefined },
): readonly CatalogueEntry[] {
  const due = kept.filter(entry => {
    const own = documentDue(entry)
    return own !== null && isDue(own, date)
  })
  const [chosen, left] = [namesIn(only), namesIn(keep)]
  const strange = [...chosen, ...left].filter(number => !due.some(entry => entry.number === number))
  if (strange.length > 0) throw new InputError(strange.map(number => `${number}: not due · 没有到期，或没有此件`))
  return due.filter(({ number }) => (chosen.length === 0 || chosen.includes(number)) && !left.includes(number))
}

function listed(due: readonly CatalogueEntry[], date: string, io: Io): Exit {
  for (const { number, title, pages } of due) io.out(`${[number, title, pages].join('\t')}\n`)
  io.say(
    due.length === 0
      ? `${date} 没有到期的档案`
      : `${date} 已到期 ${due.length} 件；经鉴定和批准，加 --confirm ${due.length} 和各人姓名销毁，不可恢复`,
  )
  return due.length === 0 ? EXIT.done : EXIT.failed
}

async function read<T>(argument: string, work: Promise<Result<T, DestroyFailure>>): Promise<Result<T, DestroyFailure>> {
  return await work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    throw new InputError([`${argument}: ${error.code} · 磁盘出错；已写下销毁记录的，用 --finish 继续`])
  })
}

/** What came of it: exit 1 where files could not be deleted yet. */
function reported(ended: Result<{ readonly left: readonly string[] }, DestroyFailure>, io: Io): Exit {
  if (ended.ok) {
    for (const path of ended.value.left) io.out(`${path}\n`)
    if (ended.value.left.length > 0) io.say('以上文件没能删除（可能正被打开），请关闭后用 --finish 继续')
    return ended.value.left.length > 0 ? EXIT.failed : EXIT.done
  }
  const { code, lines } = ended.error
  switch (code) {
    case 'bad-decision':
      throw new InputError(lines.map(name => FAULTS[name] ?? name))
    case 'not-due':
      throw new InputError(lines.length === 0 ? ['没有可销毁的文件'] : lines.map(line => `${line}: not due · 没有到期`))
    case 'not-sound':
      throw new InputError([...lines, 'not sound · 归档核验未通过，未销毁'])
    case 'unreadable':
      throw new InputError([...lines, 'cannot be read · 归档读不出来，未销毁'])
  }
}

function namesIn(list: string | undefined): string[] {
  return (list ?? '').split(/[,，、]/).flatMap(name => name.trim() || [])
}
