import type { Suggestion } from '#shared/domain/ballot/suggestion/suggestion.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { words } from '#shared/sheets/paper/cells.ts'
import type { Cell } from '#shared/sheets/paper/definition.ts'
import { heading, LANDSCAPE_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { middle, type PlainColumn, plainTable, prosy } from '#shared/sheets/paper/plain-table.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'

const title = '意见建议办理台账'
const SIZE = 9.5

type Line = { readonly number: number; readonly suggestion: Suggestion }

/** 意见建议办理台账: every suggestion that was released, who answers by when, and the answer. Nobody's name but the answerer's. */
export const suggestionRegister: Form = {
  id: 'suggestions',
  title,
  orientation: 'landscape',
  stage: 'results',
  per: 'year',
  holds: ({ evaluation }) => (evaluation.suggestions ?? []).length > 0,
  definition: ({ evaluation, date }) => {
    const lines = (evaluation.suggestions ?? []).map((suggestion, index) => ({ number: index + 1, suggestion }))
    const done = lines.filter(({ suggestion }) => suggestion.answered !== undefined).length
    const table = plainTable(COLUMNS, LANDSCAPE_WIDTH, SIZE)
    return page({
      orientation: 'landscape',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}民主测评${title}`, evaluation.year),
        underHeading(
          `填报单位：${oneLine(evaluation.organiser)}`,
          lines.length === 0 ? '没有意见建议' : `共${lines.length}条，已答复${done}条`,
        ),
        blockList({
          widths: table.widths,
          head: table.head,
          blocks: lines.map(line => [table.row(line)]),
          tail: [
            {
              text: '意见建议不署名、不分票种，经监票人放行，次序已打乱。',
              fontSize: 9,
              margin: [2, 4, 0, 0],
            },
            signatureLine(['负责人', '承办人', '填表人'], 20),
          ],
        }),
      ],
    })
  },
}

// More of them would outgrow a page, which a row may not.
const MOST_LINES = 6

/** Everything that was said, its paragraphs on lines of their own where they are few. */
function longWords(text: string | undefined): Cell {
  const lines = paragraphs(text)
  return words(lines.join(lines.length > MOST_LINES ? ' ' : '\n'), { fontSize: SIZE, margin: [1, 1, 1, 1] })
}

const COLUMNS: readonly PlainColumn<Line>[] = [
  { head: '序号', width: 28, cell: ({ number }) => middle(String(number), SIZE) },
  { head: '意　见　建　议', width: { share: 55 }, cell: ({ suggestion }) => longWords(suggestion.text) },
  { head: '承办人(单位)', width: 90, cell: ({ suggestion }) => prosy(oneLine(suggestion.responsible ?? '', 40), SIZE) },
  { head: '办理期限', width: 78, cell: ({ suggestion }) => middle(dateWords(suggestion.due), SIZE) },
  { head: '答　　复', width: { share: 45 }, cell: ({ suggestion }) => longWords(suggestion.answer) },
  { head: '答复日期', width: 78, cell: ({ suggestion }) => middle(dateWords(suggestion.answered), SIZE) },
]
