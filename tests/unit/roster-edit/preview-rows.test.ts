import { describe, expect, test } from 'vitest'
import { guessColumns } from '#renderer/features/roster/import/guess-columns.ts'
import {
  entriesOf,
  missingColumns,
  previewCounts,
  previewRows,
  withoutKind,
} from '#renderer/features/roster/import/preview-rows.ts'
import { readHeadless, readPaste } from '#renderer/features/roster/import/read-paste.ts'
import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { personWith } from './people.ts'

const { scheme } = readBuilt(buildEvaluation())
const roster = [
  personWith({ id: 'i01', name: '王明', unit: '机械厂', education: '大专' }),
  personWith({ id: 'i02', name: '李芳', unit: '纺织厂' }),
  personWith({ id: 'i03', name: '赵强', unit: '街道' }),
]

function paste(text: string): RosterReading {
  const read = readPaste(text, '粘贴的表格')
  if (read.kind !== 'read') throw new Error(read.kind)
  return read.reading
}

const BLOCK = paste(
  ['姓名\t单位\t学历', '王明\t机械厂\t本科', '李芳\t纺织厂\t', '赵强\t别处\t', '钱进\t新厂\t'].join('\n'),
)

describe('the preview', () => {
  test('says of everybody what would happen, and asks only where it is unclear', () => {
    const rows = previewRows(BLOCK, roster, scheme, new Map())
    expect(previewCounts(rows)).toEqual({ add: 1, update: 1, same: 1, unsure: 1, skip: 0 })
    expect(rows[2]?.choice).toBeNull()
    expect(withoutKind(rows)).toBe(1)
    const chosen = previewRows(
      BLOCK,
      roster,
      scheme,
      new Map([
        [2, { kind: 'add' }],
        [0, { kind: 'skip' }],
      ]),
    )
    expect(entriesOf(chosen).map(({ choice }) => choice.kind)).toEqual(['skip', 'skip', 'add', 'add'])
  })

  // Catches: an import that the year's own check then refuses as a whole, after everything was chosen.
  test('who lacks what the quota goes by is not added', () => {
    const byPosting = readBuilt(
      buildEvaluation({ scheme: buildScheme({ excellentQuota: { percent: '20', by: 'posting' } }) }),
    ).scheme
    const rows = previewRows(BLOCK, [], byPosting, new Map())
    expect(previewCounts(rows)).toMatchObject({ add: 0, skip: 4 })
    expect(rows[0]?.lacks).toBe('posting')
  })

  test('names the columns that the form does not have', () => {
    expect(missingColumns(BLOCK.fields)).toEqual([
      '性别',
      '年龄',
      '参加相关培训情况',
      '聘用期限',
      '联系电话',
      '专职/兼职',
      '级别',
      '派驻区/产业',
    ])
    expect(missingColumns(['sex', 'birth', 'engagedTo'])).not.toContain('年龄')
    expect(missingColumns(['engagedTo'])).not.toContain('聘用期限')
  })
})

describe('a pasted block', () => {
  test('is read with Excel quotes and line breaks in cells', () => {
    const read = paste('姓名\t联系电话\t单位\r\n王明\t"13800000001\n0411-82345678"\t机械厂\r\n')
    expect(read.people[0]?.instructor).toMatchObject({
      name: '王明',
      phone: '13800000001、0411-82345678',
      unit: '机械厂',
    })
  })

  test('of one column it says what is missing', () => {
    expect(readPaste('王明\n李芳\n', '粘贴的表格')).toEqual({ kind: 'failed', words: expect.stringContaining('表头') })
  })

  // Catches: rows copied without their header that are refused, read by the wrong columns, or told by the wrong row.
  test('without a header its columns are proposed, and rows keep the numbers they were pasted with', () => {
    const block = [
      ['1', '王明', '男', '1964年5月', '大专', '机械厂工会', '2024.1.1-2026.12.31', '13800000001', '专职', '市级', 'x'],
      ['2', '李芳', '女', '四十五', '本科', '纺织公司工会', '2024.1.1-2026.12.31', '13800000002', '专职', '区级', ''],
      ['3', '赵强', '男', '1980', '本科', '街道总工会', '', '13800000003', '兼职', '街道', 'y'],
      ['4', '钱进', '男', '1981', '本科', '钢厂', '', '13800000004', '兼职', '市', 'y'],
      ['5', '孙立', '男', '1982', '本科', '电厂', '', '13800000005', '兼职', '市', 'y'],
    ]
    const pasted = readPaste(block.map(cells => cells.join('\t')).join('\n'), '粘贴的表格')
    if (pasted.kind !== 'headless') throw new Error(pasted.kind)
    const fields = guessColumns(pasted.table)
    expect(fields).toEqual([
      'index',
      'name',
      'sex',
      'birth',
      'education',
      'unit',
      'term',
      'phone',
      'kind',
      'level',
      null,
    ])
    const read = readHeadless(pasted.table, fields, '粘贴的表格')
    expect(read?.people.map(({ instructor, row }) => [row, instructor.name, instructor.unit])).toEqual([
      [1, '王明', '机械厂工会'],
      [2, '李芳', '纺织公司工会'],
      [3, '赵强', '街道总工会'],
      [4, '钱进', '钢厂'],
      [5, '孙立', '电厂'],
    ])
    expect(read?.problems).toMatchObject([{ code: 'not-a-birth-date', row: 2 }])
    expect(read?.notices).toContainEqual({ code: 'blank', sheet: '粘贴的表格', column: '聘用期限', rows: [3, 4, 5] })
    expect(readHeadless(pasted.table, [null, 'unit', 'sex'], '粘贴的表格')).toBeNull()
  })
})
