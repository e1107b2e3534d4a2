import { describe, expect, test } from 'vitest'
import { faultLine } from '#shared/domain/evaluation/fault-words.ts'
import { MAX_EVALUATION_MEGABYTES, readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { faultsOfBuilt, readBuilt } from '#tests/fixtures/read-built.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// The door itself: what is no evaluation, what is a newer one, and keys that must neither be stripped nor guessed.

const valid = JSON.stringify(buildEvaluation())
const faults = (text: string): string[] => {
  const read = readEvaluation(text)
  return read.ok ? [] : read.error.map(fault => `${fault.path}: ${fault.code}`)
}
const lines = (text: string): string[] => {
  const read = readEvaluation(text)
  return read.ok ? [] : read.error.map(faultLine)
}

describe('what is no evaluation', () => {
  test.each([
    ['nothing', '', ': not-json'],
    ['spaces', ' \n', ': not-json'],
    ['words', '年度考评', ': not-json'],
    ['a spreadsheet’s first bytes', 'PK\u0003\u0004', ': not-json'],
    ['half a file', valid.slice(0, valid.length / 2), ': not-json'],
    ['a file and a half', valid + valid.slice(0, 40), ': not-json'],
    ['a comment in it', valid.replace('{', '{ // year\n'), ': not-json'],
    ['a trailing comma', valid.replace(/\}$/, ',}'), ': not-json'],
    ['NaN', valid.replace('"year":2026', '"year":NaN'), ': not-json'],
    ['two byte-order marks', `\uFEFF\uFEFF${valid}`, ': not-json'],
    ['null', 'null', ': not-evaluation'],
    ['a number', '2026', ': not-evaluation'],
    ['a list', `[${valid}]`, ': not-evaluation'],
    ['an empty object', '{}', 'format: not-evaluation'],
    ['another format', '{"format":"pingyi/results","version":1}', 'format: not-evaluation'],
    ['no version', '{"format":"pingyi/evaluation"}', 'version: unknown-version'],
    ['version 0', '{"format":"pingyi/evaluation","version":0}', 'version: unknown-version'],
    ['version "1"', '{"format":"pingyi/evaluation","version":"1"}', 'version: unknown-version'],
    ['version 2', '{"format":"pingyi/evaluation","version":2}', 'version: newer-version'],
  ])('%s', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  test('a newer version is told in these words, and before anything else of it is looked at', () => {
    const [line, ...others] = lines(JSON.stringify({ ...buildEvaluation(), version: 2, future: true, year: 'next' }))
    expect(line).toContain('version: made by a newer Pingyi')
    expect(others).toEqual([])
  })

  test('broken JSON is told with its line and column', () => {
    expect(lines('{\n  "format": "pingyi/evaluation",\n  "version": 1,\n  oops\n}')[0]).toContain('4:3')
  })

  test('one byte-order mark is no fault: Windows editors write it', () => {
    expect(faults(`\uFEFF${valid}`)).toEqual([])
  })

  test('a file far larger than any year is refused before it is parsed', () => {
    expect(faults(' '.repeat(MAX_EVALUATION_MEGABYTES * 1024 * 1024 + 1))).toEqual([': too-large'])
  })

  test('nesting without end is refused, not a stack overflow', () => {
    const deep = 100_000
    expect(faults('['.repeat(deep) + ']'.repeat(deep))).toEqual([': not-json'])
    const inside = valid.replace('"year":2026', `"year":${'['.repeat(deep)}${']'.repeat(deep)}`)
    expect(faults(inside)).toEqual([': not-json'])
  })
})

describe('keys', () => {
  test.each([
    [['note']],
    [['scheme', 'note']],
    [['scheme', 'components', 1, 'note']],
    [['scheme', 'components', 1, 'scale', 'note']],
    [['scheme', 'components', 1, 'scale', 'options', 0, 'note']],
    [['scheme', 'components', 1, 'groups', 0, 'note']],
    [['scheme', 'components', 2, 'sources', 0, 'note']],
    [['scheme', 'adjustments', 'note']],
    [['scheme', 'excellentQuota', 'note']],
    [['scheme', 'grades', 0, 'note']],
    [['instructors', 0, 'note']],
    [['self', 0, 'note']],
    [['self', 0, 'workload', 'note']],
    [['meetings', 0, 'note']],
    [['meetings', 0, 'groups', 0, 'note']],
    [['meetings', 0, 'tallies', 0, 'note']],
    [['ratings', 0, 'note']],
  ])('an unknown one at %j is refused, not stripped', path => {
    const place = path.reduce(
      (at: string, key) => (typeof key === 'number' ? `${at}[${key}]` : at ? `${at}.${key}` : key),
      '',
    )
    expect(faultsOfBuilt(setAt(buildEvaluation(), path, 'x'))).toEqual([`${place}: unknown-key`])
  })

  test.each([
    [['year'], 'year'],
    [['title'], 'title'],
    [['organiser'], 'organiser'],
    [['scheme'], 'scheme'],
    [['instructors'], 'instructors'],
    [['scheme', 'grades'], 'scheme.grades'],
    [['scheme', 'rateDenominator'], 'scheme.rateDenominator'],
    [['scheme', 'components', 0, 'missing'], 'scheme.components[0].missing'],
    [['scheme', 'components', 1, 'emptyGroup'], 'scheme.components[1].emptyGroup'],
    [['scheme', 'components', 1, 'scale', 'kind'], 'scheme.components[1].scale.kind'],
    [['instructors', 0, 'name'], 'instructors[0].name'],
    [['instructors', 0, 'kind'], 'instructors[0].kind'],
    [['meetings', 0, 'groups', 0, 'expected'], 'meetings[0].groups[0].expected'],
    [['meetings', 0, 'tallies', 0, 'marks'], 'meetings[0].tallies[0].marks'],
    [['meetings', 0, 'tallies', 0, 'abstain'], 'meetings[0].tallies[0].abstain'],
    [['ratings', 0, 'source'], 'ratings[0].source'],
  ])('a missing one at %j is told as missing', (path, place) => {
    expect(faultsOfBuilt(setAt(buildEvaluation(), path, undefined))).toEqual([`${place}: missing`])
  })

  test('repeated in the text are refused: the parser would keep the last and drop a figure', () => {
    const twice = valid.replace('"score":"90.5"', '"score":"90.5","score":"100"')
    expect(faults(twice)).toEqual(['ratings[0].score: duplicate-key'])
  })

  test('repeated in escapes are repeated all the same', () => {
    const twice = valid.replace('"score":"90.5"', '"score":"90.5","sc\\u006fre":"100"')
    expect(faults(twice)).toEqual(['ratings[0].score: duplicate-key'])
  })

  test.each([
    ['at the top', valid.replace('{', '{"__proto__":{"year":1},')],
    ['among scores', valid.replace('"scores":{', '"scores":{"__proto__":"5",')],
    ['among marks', valid.replace('"marks":{', '"marks":{"__proto__":5,')],
    ['in escapes', valid.replace('"scores":{', '"scores":{"__pr\\u006fto__":"5",')],
  ])('named __proto__ %s are refused', (_, text) => {
    expect(faults(text).length).toBeGreaterThan(0)
    expect(Object.hasOwn(Object.prototype, 'year')).toBe(false)
  })

  test.each([['constructor'], ['prototype'], ['toString'], ['hasOwnProperty']])(
    'named %s among scores are refused',
    key => {
      expect(faults(valid.replace('"scores":{', `"scores":{"${key}":"5",`))).not.toEqual([])
    },
  )
})

describe('types', () => {
  test.each([
    [['year'], '2026', 'year: wrong-type'],
    [['year'], null, 'year: wrong-type'],
    [['year'], 20_260, 'year: out-of-range'],
    [['title'], '', 'title: empty'],
    [['title'], '考'.repeat(201), 'title: too-long'],
    [['scheme'], [], 'scheme: wrong-type'],
    [['instructors'], {}, 'instructors: wrong-type'],
    [['instructors', 0], null, 'instructors[0]: wrong-type'],
    [['instructors', 0, 'id'], '', 'instructors[0].id: not-an-id'],
    [['instructors', 0, 'id'], 'a/b', 'instructors[0].id: not-an-id'],
    [['instructors', 0, 'id'], 1, 'instructors[0].id: wrong-type'],
    [['ratings', 0, 'score'], 90.5, 'ratings[0].score: wrong-type'],
    [['ratings', 0, 'score'], '90,5', 'ratings[0].score: not-a-decimal'],
    [['ratings', 0, 'score'], '', 'ratings[0].score: not-a-decimal'],
    [['ratings', 0, 'score'], 'NaN', 'ratings[0].score: not-a-decimal'],
    [['ratings', 0, 'score'], '0x5a', 'ratings[0].score: not-a-decimal'],
    [['ratings', 0, 'score'], '9'.repeat(41), 'ratings[0].score: too-long'],
    [['ratings', 0, 'score'], '九'.repeat(41), 'ratings[0].score: too-long'],
    [['ratings', 0, 'score'], '9'.repeat(40), 'ratings[0].score: above-maximum'],
    [['meetings', 0, 'groups', 0, 'expected'], 1e300, 'meetings[0].groups[0].expected: out-of-range'],
    [['meetings', 0, 'groups', 0, 'expected'], 2_000_000_000, 'meetings[0].groups[0].expected: out-of-range'],
    [['meetings', 0, 'tallies', 0, 'marks'], [], 'meetings[0].tallies[0].marks: wrong-type'],
  ])('%j as %j', (path, value, fault) => {
    expect(faultsOfBuilt(setAt(buildEvaluation(), path, value))).toEqual([fault])
  })
})

describe('what is read', () => {
  test('is written back to the same evaluation, and the same bytes the second time', () => {
    const once = writeEvaluation(readBuilt(buildEvaluation()))
    const again = readEvaluation(once)
    expect(again.ok && writeEvaluation(again.value)).toBe(once)
  })

  test('may leave out what the document says may be left out', () => {
    const file = {
      format: 'pingyi/evaluation',
      version: 1,
      year: 2026,
      title: '考评',
      organiser: '',
      scheme: buildEvaluation().scheme,
      instructors: [{ id: 'i01', name: '王晓明', kind: 'full-time' }],
    }
    expect(faultsOfBuilt(file)).toEqual([])
  })
})
