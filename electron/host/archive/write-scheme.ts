import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'

/** data/scheme.json: the evaluation's scheme by itself, for whoever looks for the rules of a year. */
export function writeScheme({ scheme }: Evaluation): string {
  return `${JSON.stringify(scheme, null, 2)}\n`
}
