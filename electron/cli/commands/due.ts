import { join } from 'node:path'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError, type Io } from '#electron/cli/command.ts'
import { today } from '#electron/cli/today.ts'
import { readArchivedText } from '#electron/host/archive/read-archived-text.ts'
import { CATALOGUE_JSON } from '#shared/domain/archive/archive-paths.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { dueSeries, isDue } from '#shared/domain/archive/due-documents.ts'

const usage = 'pingyi due ARCHIVE [--on YYYY-MM-DD]'

/**
 * `pingyi due`: how long each series of an archive is kept and what may be destroyed on a day, one line a series on stdout.
 * Nothing is destroyed here: that needs the archive office's approval. Exit 1 where something is due.
 */
export const due: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, { on: { type: 'string' } }, usage, 1)
    const on = values.on ?? today()
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on))
      throw new InputError([`--on ${on}: not a date such as 2057-01-01 · 日期应写作 2057-01-01`])
    const series = dueSeries(await entriesIn(positionals[0] ?? '', io))
    for (const { year, retention, due: day, documents, from, to } of series)
      io.out(`${[year, retention, day ?? '永久', documents, from, to].join('\t')}\n`)
    const over = series.filter(each => isDue(each, on))
    io.say(
      over.length === 0
        ? `${on} 没有到期的档案`
        : `${on} 已到期 ${over.reduce((sum, each) => sum + each.documents, 0)} 件，经鉴定和批准后方可销毁`,
    )
    return over.length === 0 ? EXIT.done : EXIT.failed
  },
}

async function entriesIn(argument: string, io: Io) {
  const text = await readArchivedText(join(io.path(argument), CATALOGUE_JSON))
  const read = text.ok ? readCatalogue(text.value) : null
  if (!read?.ok) throw new InputError([`${argument}: not an archive · 不是归档文件夹（没有目录数据）`])
  return read.value.entries
}
