/** How thoroughly the rigs search: 1 in `npm test`; a deep run sets more (`PINGYI_DEPTH=20`) and repeats with other seeds. */
export const DEPTH = Math.max(1, Number(process.env['PINGYI_DEPTH'] ?? '1'))
