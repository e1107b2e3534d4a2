import { describe, expect, test } from 'vitest'
import { strokeOrderSource } from '#resources/stroke-order/stroke-order-source.ts'
import { compareByStrokes } from '#shared/domain/roster/name-order.ts'
import { compareByPinyin } from '#shared/domain/roster/pinyin-order.ts'
import { STROKE_ORDER } from '#shared/domain/roster/stroke-order.ts'
import { surnameOf } from '#shared/domain/roster/surname.ts'

// A ballot that lists names in the wrong order is noticed by everybody in the room: 姓氏笔划 is what "no order of merit" means.

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item, index) => ({ item, key: (index * 7919 + 104_729) % 9973 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** Checked by hand, stroke by stroke: count first, then 横竖撇点折. */
const SURNAMES =
  '丁 卜 刁 于 万 马 王 韦 尤 车 牛 毛 文 方 尹 孔 邓 甘 石 龙 卢 叶 田 史 丘 白 冯 司 毕 吕 朱 任 向 刘 江 安 许 孙 ' +
  '严 苏 杜 李 杨 吴 邱 何 余 邹 汪 沈 宋 张 陆 陈 武 范 林 罗 金 周 郑 孟 赵 胡 柳 钟 段 侯 姜 贺 秦 袁 顾 徐 殷 高 郭 唐 ' +
  '黄 萧 曹 崔 康 梁 彭 葛 董 蒋 韩 程 傅 焦 曾 温 谢 雷 廖 谭 熊 黎 潘 薛 戴 魏'

describe('姓氏笔划', () => {
  test('orders a hundred common surnames as the national standard does', () => {
    const expected = SURNAMES.split(' ')
    expect(shuffled(expected).sort(compareByStrokes).join(' ')).toBe(expected.join(' '))
  })

  test('is not what the platform’s own collation gives: that takes the radical after the count', () => {
    const platform = [...'尹文方毛王'].sort(new Intl.Collator('zh-u-co-stroke').compare).join('')
    expect(platform).not.toBe('王毛文方尹')
    expect([...'尹文方毛王'].sort(compareByStrokes).join('')).toBe('王毛文方尹')
  })

  test.each([
    ['of one surname a single given name comes first', '李希文 李强 李一民 李力', '李力 李强 李一民 李希文'],
    ['then the given name, character by character', '王小林 王大海 王大民 王一飞', '王一飞 王大民 王大海 王小林'],
    ['strokes of the same number in the order 横竖撇点折', '王水 王中 王云 王文 王双', '王云 王中 王水 王文 王双'],
    [
      'people of a compound surname stand together',
      '欧阳喆 欧小红 司马懿 欧阳一 司晨',
      '司晨 司马懿 欧小红 欧阳一 欧阳喆',
    ],
    ['a longer name of a compound surname after a shorter', '尉迟公明 尉迟恭 尉迟敬', '尉迟恭 尉迟敬 尉迟公明'],
    ['rare characters have their place', '李䶮 李堃 李喆 李翀 李𬭎 李頔 李一', '李一 李䶮 李翀 李堃 李喆 李𬭎 李頔'],
    ['what is not in the standard comes last', 'Smith 买买提·艾力 魏巍 阿依古丽', '买买提·艾力 阿依古丽 魏巍 Smith'],
    ['spaces inside a name do not count', '李 强 李一民 李　力', '李　力 李 强 李一民'],
  ])('%s', (_, names, expected) => {
    // Names that hold a space themselves cannot be split at it.
    const list = expected.includes('李　力') ? ['李 强', '李一民', '李　力'] : names.split(' ')
    expect(shuffled(list).sort(compareByStrokes).join(' ')).toBe(expected)
  })

  test('two people of one name are equal: the caller keeps their order', () => {
    expect(compareByStrokes('李建国', '李建国')).toBe(0)
    expect(compareByPinyin('李建国', '李 建国')).toBe(0)
  })
})

describe('the table behind it', () => {
  test('is what the committed generator makes', async () => {
    const { readFile } = await import('node:fs/promises')
    const committed = await readFile(new URL('../../../shared/domain/roster/stroke-order.ts', import.meta.url), 'utf8')
    expect(committed).toBe(strokeOrderSource())
  })

  test('holds the 8,105 characters of the national table and more, none twice', () => {
    const all = STROKE_ORDER.flatMap(row => [...row])
    expect(all.length).toBeGreaterThan(8105)
    expect(new Set(all).size).toBe(all.length)
  })

  test.each([
    ['一', 1],
    ['丁', 2],
    ['王', 4],
    ['张', 7],
    ['欧', 8],
    ['䶮', 9],
    ['魏', 17],
    ['齉', 36],
  ])('%s has %i strokes', (character, strokes) => {
    expect([...(STROKE_ORDER[strokes - 1] ?? '')]).toContain(character)
  })
})

describe('pinyin', () => {
  test.each([
    [
      'surnames are read as surnames',
      '单田 仇英 曾国 解东 区桂 查良 朴树 任重 华国 翟临 种师 乐嘉',
      '种师 华国 区桂 朴树 仇英 任重 单田 解东 乐嘉 曾国 查良 翟临',
    ],
    [
      'compound surnames too',
      '尉迟恭 万俟卨 长孙无忌 澹台灭明 令狐冲 单于丹',
      '令狐冲 万俟卨 单于丹 澹台灭明 尉迟恭 长孙无忌',
    ],
    ['people of one surname stand together', '章一 张二 章二 张一', '张二 张一 章二 章一'],
    ['tones tell surnames of one syllable apart', '未一 魏一 卫一 韦一 伟一', '韦一 伟一 卫一 未一 魏一'],
    ['lu comes before lü, lü before luan', '栾一 吕一 陆一 罗一', '陆一 吕一 栾一 罗一'],
    ['a shorter name comes first', '王伟民 王伟', '王伟 王伟民'],
  ])('%s', (_, names, expected) => {
    expect(shuffled(names.split(' ')).sort(compareByPinyin).join(' ')).toBe(expected)
  })
})

test.each([
  ['欧阳喆', '欧阳'],
  ['司马光', '司马'],
  ['爱新觉罗启明', '爱新觉罗'],
  ['欧小红', '欧'],
  ['司晨', '司'],
  ['王', '王'],
  ['', ''],
  ['𬭎山', '𬭎'],
])('the surname of %s is %s', (name, surname) => {
  expect(surnameOf(name)).toBe(surname)
})
