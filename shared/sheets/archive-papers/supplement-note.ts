import { appraisedText } from '#shared/sheets/appraised-text.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { nameCell } from '#shared/sheets/paper/cells.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { heading, PORTRAIT_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { middle, plainTable } from '#shared/sheets/paper/plain-table.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { gradeWords, NONE } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const CORRECTED = '复核更正说明'
const ADDED = '补充归档说明'
const SIZE = 10

type Figures = { readonly total: string | null; readonly grade: string | null }
type Change = {
  readonly instructor: string
  readonly name: string
  readonly before: Figures
  readonly after: Figures
}

/** What the paper is called: nothing may have been corrected, where files came later. */
export function supplementTitle(changes: readonly unknown[]): string {
  return changes.length === 0 ? ADDED : CORRECTED
}

/** 复核更正说明: the review's record in a 补充卷: the reason, both figures of everybody whose result changed. */
export function supplementNote(
  { evaluation, date }: YearData,
  supplement: {
    readonly reason: string
    readonly date: string
    readonly continues: { readonly folder: string; readonly digest: string }
    readonly changes: readonly Change[]
  },
): Definition {
  const grade = (id: string | null) => (id === null ? '不定等次' : gradeWords(id, evaluation.scheme))
  const one = (head: string, width: number, text: (change: Change) => string) => ({
    head,
    width,
    cell: (change: Change) => middle(text(change), SIZE),
  })
  const table = plainTable<Change>(
    [
      one('编号', 60, change => change.instructor),
      {
        head: '姓　名',
        width: { share: 1 },
        cell: (change, width) => nameCell(oneLine(change.name, 30), width, SIZE),
      },
      one('原总分', 56, change => change.before.total ?? NONE),
      one('原等次', 66, change => grade(change.before.grade)),
      one('更正总分', 56, change => change.after.total ?? NONE),
      one('更正等次', 66, change => grade(change.after.grade)),
    ],
    PORTRAIT_WIDTH,
    SIZE,
  )
  const corrected = supplement.changes.length > 0
  const title = supplementTitle(supplement.changes)
  const signatures = signatureLine(['考评小组组长', corrected ? '复核人' : '移交人', '档案员'], 26)
  const words = [
    `本卷为${evaluation.year}年度${appraisedText(evaluation)}考评档案的补充卷，原卷不作改动。`,
    ...paragraphs(supplement.reason).map(text => `${corrected ? '复核理由' : '补充原因'}：${text}`),
    ...(!corrected
      ? ['各人的总分和等次没有更正，本卷补充归档后收到的文件。']
      : [
          `复核更正涉及${supplement.changes.length}人，更正前后的总分和等次如下；其他人员的优秀名额、名次如受影响，只在更正后的名册中列明，不自动调整已审定的结果。`,
        ]),
  ]
  return page({
    orientation: 'portrait',
    title,
    subject: evaluation.title,
    organiser: evaluation.organiser,
    date,
    content: [
      ...heading(`${appraisedText(evaluation)}考评${title}`, evaluation.year),
      underHeading(`填报单位：${oneLine(evaluation.organiser)}`, dateWords(supplement.date)),
      ...words.map(text => ({ text, leadingIndent: 21, lineHeight: 1.25, margin: [2, 0, 2, 3] as const })),
      !corrected
        ? signatures
        : blockList({
            widths: table.widths,
            head: table.head,
            blocks: supplement.changes.map(change => [table.row(change)]),
            tail: [signatures],
          }),
      { text: `原卷：${oneLine(supplement.continues.folder, 60)}`, fontSize: 8.5, margin: [2, 16, 2, 0] },
      { text: `原卷清单的 SHA-256：${supplement.continues.digest}`, fontSize: 8.5, margin: [2, 2, 2, 0] },
    ],
  })
}
