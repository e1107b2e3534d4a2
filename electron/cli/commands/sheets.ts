import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError } from '#electron/cli/command.ts'
import { isSampleFile } from '#electron/cli/is-sample-file.ts'
import { printEvaluation } from '#electron/cli/print-evaluation.ts'
import { readEvaluationFile } from '#electron/cli/read-evaluation-file.ts'
import { writeNotices } from '#electron/cli/write-notices.ts'
import { WORD_FORMS } from '#electron/host/word/write-word.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { gapLines } from '#shared/domain/score/gap-lines.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'

const usage = 'pingyi sheets FILE --out DIR [--form NAME,…] [--only ID,…] [--word | --one-file]'
const OPTIONS = {
  out: { type: 'string' },
  form: { type: 'string', multiple: true },
  only: { type: 'string' },
  word: { type: 'boolean' },
  'one-file': { type: 'boolean' },
} as const

/** `pingyi sheets`: an evaluation file in, PDF sheets (or Word notices) out; one line a file on stdout, relative to DIR. */
export const sheets: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, OPTIONS, usage, 1)
    if (values.out === undefined || values.out === '')
      throw new InputError([`--out: missing · 缺少输出文件夹`, `用法：${usage}`])
    if (values.word && values['one-file'])
      throw new InputError(['--one-file: not with --word · Word 不能合成一个文件', `用法：${usage}`])
    const known = values.word ? WORD_FORMS : forms
    const named = values.form === undefined ? null : formsNamed(values.form, known)
    const evaluation = await readEvaluationFile(positionals[0] ?? '', io)
    const people = values.only === undefined ? null : peopleNamed(values.only, evaluation)
    // Without a form named, --only asks for these people's own forms; a form of the year is never cut down to a few, and
    // one that concerns only some is for whoever names it.
    const chosen =
      named ?? (people === null ? known : known.filter(form => form.per === 'instructor' && !form.concerns))
    if (people !== null)
      for (const form of chosen.filter(each => each.per === 'year')) io.say(`${form.title}：全年一份，不受 --only 影响`)
    const gaps = gapsOf(scoreYear(evaluation)).filter(gap => people?.includes(gap.instructor.id) ?? true)
    for (const line of gapLines(gaps)) io.say(line)
    const ids = chosen.map(form => form.id)
    const sample = await isSampleFile(io.path(positionals[0] ?? ''))
    if (values.word) {
      const written = await writeNotices(evaluation, ids, people, io.path(values.out), sample, io)
      if (!written) return EXIT.failed
      for (const file of written) io.out(`${file}\n`)
      io.say(`共 ${written.length} 份 Word`)
      return EXIT.done
    }
    const bound = values['one-file'] ?? false
    const printed = await printEvaluation(evaluation, { forms: ids, people, bound }, io.path(values.out), sample, io)
    if (!printed) return EXIT.failed
    for (const sheet of printed) io.out(`${sheet.file}\n`)
    io.say(
      `共 ${printed.length} ${bound ? '册' : '份'}，${printed.reduce((pages, sheet) => pages + sheet.pages, 0)} 页`,
    )
    return EXIT.done
  },
}

/** The forms of `--form A,B --form C`, each once. */
function formsNamed(lists: readonly string[], known: readonly Form[]): readonly Form[] {
  const names = lists.flatMap(list => list.split(/[,，]/)).filter(name => name.trim() !== '')
  if (names.length === 0) throw new InputError(['--form: empty · 没有表格'])
  return [...new Set(names.map(name => formNamed(name, known)))]
}

/** A form by its id or its Chinese name, with either kind of brackets. */
function formNamed(name: string, known: readonly Form[]): Form {
  const plain = (text: string) => text.trim().replaceAll('（', '(').replaceAll('）', ')')
  const form = known.find(each => each.id === name || each.title === plain(name))
  if (form) return form
  throw new InputError([
    `--form ${name}: unknown form · 没有这种表格`,
    `可用：${known.map(each => `${each.id}（${each.title}）`).join(' ')}`,
  ])
}

function peopleNamed(only: string, evaluation: Evaluation): string[] {
  const ids = only
    .split(/[,，]/)
    .map(id => id.trim())
    .filter(id => id !== '')
  const known = new Set<string>(evaluation.instructors.map(person => person.id))
  const unknown = ids.filter(id => !known.has(id))
  if (ids.length === 0) throw new InputError(['--only: empty · 没有编号'])
  if (unknown.length > 0) throw new InputError(unknown.map(id => `--only ${id}: unknown instructor · 没有这个编号`))
  return ids
}
