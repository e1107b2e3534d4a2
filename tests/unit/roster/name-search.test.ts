import { describe, expect, test } from 'vitest'
import { matchesName, pinyinInitials } from '#shared/domain/roster/name-search.ts'

describe('pinyinInitials', () => {
  test.each([
    ['欧阳喆', 'oyz'],
    ['单田芳', 'stf'],
    ['曾国强', 'zgq'],
    ['仇英', 'qy'],
    ['解晓东', 'xxd'],
    ['区桂芝', 'ogz'],
    ['尉迟恭', 'ycg'],
    ['种师道', 'csd'],
    ['吕行', 'lx'],
    ['龚䶮', 'gy'],
    ['王𬭎', 'wh'],
    ['于頔', 'yd'],
    ['李 明', 'lm'],
    ['Smith', 'smith'],
    ['', ''],
  ])('%s → %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials)
  })
})

describe('matchesName', () => {
  test.each([
    ['欧阳喆', 'oyz'],
    ['欧阳喆', 'OYZ'],
    ['欧阳喆', 'oy'],
    ['欧阳喆', 'yz'],
    ['欧阳喆', 'ouyangzhe'],
    ['欧阳喆', 'ou yang zhe'],
    ['欧阳喆', 'ouyz'],
    ['欧阳喆', 'ouyan'],
    ['欧阳喆', '阳喆'],
    ['欧阳喆', ' 欧阳 '],
    ['欧阳喆', ''],
    ['西安宁', "xi'an"],
    ['吕行', 'lv'],
    ['吕行', 'lü'],
    // The surname's reading, and the everyday one that a hurried clerk types.
    ['曾国强', 'zeng'],
    ['曾国强', 'cgq'],
    // A given name may be read either way.
    ['王乐', 'wle'],
    ['王乐', 'wyue'],
    ['买买提·艾力', 'mmt'],
  ])('%s answers to "%s"', (name, query) => {
    expect(matchesName(name, query)).toBe(true)
  })

  test.each([
    ['欧阳喆', 'oz'],
    ['欧阳喆', 'ouyangzhen'],
    ['欧阳喆', 'yo'],
    ['欧阳喆', '欧喆'],
    ['欧阳喆', 'oyzx'],
    ['王伟', 'zhang'],
    ['王伟', '%'],
  ])('%s does not answer to "%s"', (name, query) => {
    expect(matchesName(name, query)).toBe(false)
  })
})
