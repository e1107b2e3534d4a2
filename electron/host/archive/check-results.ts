import { join } from 'node:path'
import { differences } from '#resources/recount/recount.mjs'
import { EVALUATION_JSON, RESULTS_JSON, SCHEME_JSON } from '#shared/domain/archive/archive-paths.ts'
import type { Finding } from '#shared/domain/archive/finding.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { readArchivedText } from './read-archived-text.ts'
import { writeScheme } from './write-scheme.ts'

export type ResultsChecked = {
  readonly findings: readonly Finding[]
  /** How many people were scored anew; null where the evaluation cannot be read. */
  readonly people: number | null
}

/**
 * Scores the archived evaluation anew, twice: by the app, whose results must be the archived bytes, and by the second
 * tally, which says what differs figure by figure. It is the app's own copy of the second tally that runs: a script out
 * of a folder that is being doubted is never run. `present` says which files are there to be compared.
 */
export async function checkResults(folder: string, present: (path: string) => boolean): Promise<ResultsChecked> {
  const evaluation = await readArchived(folder)
  if (!evaluation.ok)
    return { findings: [{ kind: 'results', path: EVALUATION_JSON, detail: evaluation.error }], people: null }
  return {
    findings: [
      ...(present(RESULTS_JSON) ? await compareResults(folder, evaluation.value) : []),
      ...(present(SCHEME_JSON) ? await compareScheme(folder, evaluation.value) : []),
    ],
    people: evaluation.value.instructors.length,
  }
}

async function readArchived(folder: string): Promise<Result<Evaluation, string>> {
  const text = await readArchivedText(join(folder, EVALUATION_JSON))
  if (!text.ok) return text
  const read = readEvaluation(text.value)
  if (read.ok) return read
  const [first] = read.error
  return failure(first ? `${first.path} ${faultWords(first)}`.trim() : '无法读取')
}

async function compareResults(folder: string, evaluation: Evaluation): Promise<Finding[]> {
  const text = await readArchivedText(join(folder, RESULTS_JSON))
  if (!text.ok) return [{ kind: 'results', path: RESULTS_JSON, detail: text.error }]
  const own: Finding[] =
    text.value === writeResults(resultsOf(scoreYear(evaluation)))
      ? []
      : [{ kind: 'results', path: RESULTS_JSON, detail: '与重新计分的结果不一致' }]
  let results: unknown
  try {
    results = JSON.parse(text.value)
  } catch {
    return [...own, { kind: 'recount', path: RESULTS_JSON, detail: '不是 JSON' }]
  }
  const lines = differences(evaluation, results)
  return [...own, ...lines.map((detail): Finding => ({ kind: 'recount', path: RESULTS_JSON, detail }))]
}

async function compareScheme(folder: string, evaluation: Evaluation): Promise<Finding[]> {
  const text = await readArchivedText(join(folder, SCHEME_JSON))
  if (text.ok && text.value === writeScheme(evaluation)) return []
  return [{ kind: 'scheme', path: SCHEME_JSON, detail: '与考评数据中的方案不一致' }]
}
