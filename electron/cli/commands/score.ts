import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT } from '#electron/cli/command.ts'
import { poolLine } from '#electron/cli/pool-line.ts'
import { readEvaluationFile } from '#electron/cli/read-evaluation-file.ts'
import { textTable } from '#electron/cli/text-table.ts'
import { gapLines } from '#shared/domain/score/gap-lines.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { FLAG_WORDS, noteWords } from '#shared/domain/score/words.ts'

const usage = 'pingyi score FILE [--json]'

/** `pingyi score`: an evaluation file in, the table or the JSON of SCORING.md out. */
export const score: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } }, usage, 1)
    const evaluation = await readEvaluationFile(positionals[0] ?? '', io)
    const year = scoreYear(evaluation)
    const results = resultsOf(year)
    if (values.json) {
      io.out(writeResults(results))
      return EXIT.done
    }
    const { scheme } = evaluation
    const labels = new Map<string, string>(scheme.grades.map(grade => [grade.id, grade.label]))
    io.say(`${evaluation.title}  ${scheme.name}`)
    for (const line of gapLines(gapsOf(year))) io.say(line)
    for (const pool of results.quota) io.say(poolLine(pool, evaluation))
    io.out(
      textTable(
        [
          { title: '名次', align: 'right' },
          { title: '编号', align: 'left' },
          { title: '姓名', align: 'left' },
          ...scheme.components.map(component => ({ title: component.name, align: 'right' as const })),
          { title: '加分', align: 'right' },
          { title: '扣分', align: 'right' },
          { title: '总分', align: 'right' },
          { title: '建议等次', align: 'left' },
          { title: '说明', align: 'left' },
        ],
        results.results.map((person, index) => [
          person.rank === null ? '—' : String(person.rank),
          person.instructor,
          person.name,
          ...scheme.components.map(
            component => person.components.find(part => part.id === component.id)?.score ?? '缺',
          ),
          person.bonus,
          person.penalty,
          person.total ?? '—',
          labels.get(person.proposed ?? '') ?? '—',
          [...person.flags.map(flag => FLAG_WORDS[flag]), ...noteWords(year.people[index], scheme)].join('；'),
        ]),
      ),
    )
    return EXIT.done
  },
}
