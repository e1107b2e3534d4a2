import { describe, expect, test } from 'vitest'
import { joinShares, splitKey } from '#electron/host/box/key-shares.ts'
import { lockShare, unlockShare } from '#electron/host/box/locked-share.ts'
import { checkTellers, needOf, readTellers, type Teller, tellerWarnings } from '#electron/host/box/tellers.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { CHEAP, TELLERS } from './build-box.ts'

const told = (tellers: readonly Teller[], need?: number) =>
  checkTellers({ tellers, need }).map(({ path, code }) => `${path}: ${code}`)
const teller = (name: string, passphrase: string): Teller => ({ name, passphrase })

describe('tellers who seal', () => {
  test.each([
    ['two of three', [...TELLERS], 2, []],
    ['three of three', [...TELLERS], 3, []],
    ['as many as usual', [...TELLERS], undefined, []],
    ['one alone', TELLERS.slice(0, 1), 1, []],
    ['one alone, as usual', TELLERS.slice(0, 1), undefined, []],
    ['more needed than there are', [...TELLERS], 4, ['need: need-too-large']],
    ['one of three could open it', [...TELLERS], 1, ['need: need-too-small']],
    ['nobody needed', TELLERS.slice(0, 1), 0, ['need: need-too-small']],
    [
      'a name twice',
      [teller('甲', '口令一口令一甲'), teller(' 甲 ', '口令二口令二甲')],
      2,
      ['tellers[1].name: same-name'],
    ],
    ['no passphrase', [teller('甲', '')], 1, ['tellers[0].passphrase: empty-passphrase']],
    ['spaces', [teller('甲', '         ')], 1, ['tellers[0].passphrase: empty-passphrase']],
    ['a weak passphrase, which is told and seals', [teller('甲', '1')], 1, []],
  ])('%s', (_, tellers, need, expected) => {
    expect(told(tellers, need)).toEqual(expected)
  })

  test.each([
    ['good ones', TELLERS, []],
    ['three Chinese characters', [teller('甲', '天地人')], []],
    [
      'a passphrase twice',
      [teller('甲', '同一口令'), teller('乙', '同一口令')],
      ['tellers[1].passphrase: same-passphrase'],
    ],
    ['five letters', [teller('甲', 'abcde')], ['tellers[0].passphrase: weak-passphrase']],
    ['two Chinese characters', [teller('甲', '口令')], ['tellers[0].passphrase: weak-passphrase']],
    ['one character over and over', [teller('甲', '111111111')], ['tellers[0].passphrase: weak-passphrase']],
    ['the name', [teller('欧阳修远', '欧阳修远')], ['tellers[0].passphrase: weak-passphrase']],
  ])('are warned of passphrases: %s', (_, tellers, expected) => {
    expect(tellerWarnings({ tellers }).map(({ path, code }) => `${path}: ${code}`)).toEqual(expected)
  })

  test('are two by default, one where there is only one', () => {
    expect(needOf({ tellers: TELLERS })).toBe(2)
    expect(needOf({ tellers: TELLERS.slice(0, 1) })).toBe(1)
  })

  // Catches: a passphrase that comes back in an error line, on a screen that the room sees.
  test('what was typed never comes back in a fault', () => {
    const secret = 'Geheimnis'
    for (const text of [
      `{"tellers":[{"name":"甲","passphrase":"${secret}"}],"need":"${secret}"}`,
      `{"tellers":[{"name":"甲","passphrase":["${secret}"]}]}`,
      `{"tellers":"${secret}"}`,
      `{"tellers":[{"name":"甲","passphrase":"${secret}"`,
      secret,
    ]) {
      const read = readTellers(text)
      expect(read.ok).toBe(false)
      expect(JSON.stringify(read)).not.toContain(secret)
    }
  })
})

describe('shares of the key', () => {
  const key = secureRandom(32)

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [5, 3],
    [15, 15],
  ])('of %d any %d give it back, one fewer never', async (count, need) => {
    const shares = await splitKey(key, count, need)
    expect(shares).toHaveLength(count)
    expect(await joinShares(shares.slice(-need), need)).toEqual(key)
    expect(await joinShares(shares.slice(0, need), need)).toEqual(key)
    expect(await joinShares(shares.slice(0, need - 1), need)).toBeNull()
  })

  // Catches: a share that carries the key in the clear, or that opens under another's name or in another box.
  test('each is locked by its own passphrase, name and box', async () => {
    const locked = await lockShare(key, '口令口令', 'box 1, 甲', CHEAP, secureRandom)
    expect(await unlockShare(locked, '口令口令', 'box 1, 甲', CHEAP)).toEqual(key)
    expect(await unlockShare(locked, '口令', 'box 1, 甲', CHEAP)).toBeNull()
    expect(await unlockShare(locked, '口令口令', 'box 2, 甲', CHEAP)).toBeNull()
    expect(await unlockShare(locked, '口令口令', 'box 1, 甲', { ...CHEAP, logN: 11 })).toBeNull()
    expect(JSON.stringify(locked)).not.toContain(Buffer.from(key).toString('hex').slice(0, 16))
  })
})
