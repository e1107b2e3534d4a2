import { expect, test } from 'vitest'
import { takeToken } from '#renderer/host/take-token.ts'

function browser(hash: string, kept: Record<string, string> = {}) {
  const addresses: string[] = []
  return {
    addresses,
    kept,
    take: () =>
      takeToken(
        { hash, pathname: '/', search: '' },
        { replaceState: (_data, _title, url) => addresses.push(String(url)) },
        {
          getItem: key => kept[key] ?? null,
          setItem: (key, value) => {
            kept[key] = value
          },
        },
      ),
  }
}

// Catches: a token that stays in the address, or that a reload forgets.
test('the token is taken out of the address and kept for a reload', () => {
  const first = browser('#token=abcDEF-123_45')
  expect(first.take()).toBe('abcDEF-123_45')
  expect(first.addresses).toEqual(['/#/'])
  expect(browser('#/2026/score', first.kept).take()).toBe('abcDEF-123_45')
})

// Catches: a second start's address that is ignored in favour of the old token.
test('a new token takes the place of the old one', () => {
  const old = browser('#token=old-token-1').kept
  expect(browser('#token=new-token-2', old).take()).toBe('new-token-2')
})

// Catches: a page address taken for a token.
test('an address without a token leaves everything as it is', () => {
  const page = browser('#/2026/token=abcdefghij')
  expect(page.take()).toBeNull()
  expect(page.addresses).toEqual([])
})
