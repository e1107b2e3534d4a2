import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError, type Io } from '#electron/cli/command.ts'
import { textTable } from '#electron/cli/text-table.ts'
import { readWorkbookFile } from '#electron/host/workbook/read-workbook-file.ts'
import type { Instructor, InstructorKind } from '#shared/domain/roster/instructor.ts'
import { noticeWords } from '#shared/domain/roster/registration/notice-words.ts'
import { problemLine } from '#shared/domain/roster/registration/problem-words.ts'
import { type Registration, readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { noRosterWords, workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'

const usage = 'pingyi import roster FILE.xlsx [--json] [--kind full-time|part-time]'
const MOST_LINES = 200

/**
 * `pingyi import roster`: a registration form in, instructors in the evaluation file's shape out, with what needs a
 * person. `--kind` says what those are whom the file calls neither 专职 nor 兼职 (without it: 专职, said on stderr).
 */
export const importRoster: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      { json: { type: 'boolean', default: false }, kind: { type: 'string' } },
      usage,
      2,
    )
    const [what, file = ''] = positionals
    if (what !== 'roster') throw new InputError([`用法：${usage}`])
    const registration = await readRoster(file, kindOf(values.kind), io)
    say(registration, io)
    const instructors = registration.people.map(person => person.instructor)
    const problems = registration.problems.map(problem => ({
      sheet: problem.sheet,
      row: problem.row,
      column: problem.column,
      message: problemLine(problem),
    }))
    io.out(values.json ? `${JSON.stringify({ instructors, problems }, null, 2)}\n` : rosterTable(instructors))
    return problems.length === 0 ? EXIT.done : EXIT.failed
  },
}

function kindOf(value: string | undefined): InstructorKind | null {
  if (value === undefined || value === 'full-time' || value === 'part-time') return value ?? null
  throw new InputError([`--kind 只能是 full-time（专职）或 part-time（兼职）`, `用法：${usage}`])
}

async function readRoster(file: string, kind: InstructorKind | null, io: Io): Promise<Registration> {
  const sheets = await readWorkbookFile(io.path(file), { signal: io.signal }).catch(error => {
    if (io.signal.aborted) throw new InputError(['已停止'])
    throw error
  })
  if (!sheets.ok) throw new InputError([`${file}: ${workbookFaultWords(sheets.error)}`])
  const registration = readRegistration(sheets.value, kind ? { kind } : {})
  if (!registration.ok) throw new InputError([`${file}: ${noRosterWords(registration.error)}`])
  return registration.value
}

function say({ people, problems, notices, heads }: Registration, io: Io): void {
  io.say(`读入 ${people.length} 人${problems.length === 0 ? '' : `，${problems.length} 处要核对`}`)
  for (const notice of notices) io.say(noticeWords(notice))
  for (const problem of problems.slice(0, MOST_LINES))
    io.say(heads.length > 1 ? `工作表“${problem.sheet}”${problemLine(problem)}` : problemLine(problem))
  if (problems.length > MOST_LINES) io.say(`… 另有 ${problems.length - MOST_LINES} 处`)
}

/** The people on a terminal; telephone numbers stay in the form. */
function rosterTable(instructors: readonly Instructor[]): string {
  return textTable(
    ['编号', '姓名', '性别', '出生年份', '学历', '所在单位', '专职/兼职', '聘用期限'].map(title => ({
      title,
      align: 'left' as const,
    })),
    instructors.map(person => [
      person.id,
      person.name,
      person.sex ?? '',
      String(person.birthYear ?? ''),
      person.education ?? '',
      person.unit ?? '',
      KIND_WORDS.get(person.kind) ?? '',
      person.engagedFrom || person.engagedTo ? `${person.engagedFrom ?? ''} 至 ${person.engagedTo ?? ''}` : '',
    ]),
  )
}
