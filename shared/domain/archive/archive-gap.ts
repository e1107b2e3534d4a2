/** One kind of thing that an archive lacks, and of whom or of what. Listed and confirmed, never a reason not to archive. */
export type ArchiveGap = {
  /** e.g. 审定结果 */
  readonly what: string
  /** How many are counted in what: 人, 份 or 种; '' where nothing is counted. */
  readonly unit: '人' | '份' | '种' | ''
  /** Whose, or which; `everybody` stands in where it is all of them. */
  readonly names: readonly string[]
  readonly everybody?: boolean | undefined
}

/** More names than this are cut to the first three. */
const SHORT = 6
const SHOWN = 3

/** `缺 审定结果：54 人（李建国、张桂兰、陈秀英……）`: one short line; whoever needs all names asks for `gapDetail`. */
export function gapLine(gap: ArchiveGap): string {
  const shown = gap.names.length <= SHORT ? gap.names.join('、') : `${gap.names.slice(0, SHOWN).join('、')}……`
  return lineOf(gap, gap.everybody ? '全部' : shown)
}

/** The same line with every name: what 说明文件 keeps. */
export function gapDetail(gap: ArchiveGap): string {
  return lineOf(gap, gap.everybody ? '全部' : gap.names.join('、'))
}

/** Whether `gapLine` leaves names out. */
export function isShortened(gap: ArchiveGap): boolean {
  return gapLine(gap) !== gapDetail(gap)
}

function lineOf({ what, unit, names }: ArchiveGap, shown: string): string {
  return unit === '' ? `缺 ${what}：${names.join('；')}` : `缺 ${what}：${names.length} ${unit}（${shown}）`
}
