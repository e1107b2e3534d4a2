import { describe, expect, test } from 'vitest'
import { HALF_PAGE, halfPage } from '#shared/domain/ballot/plan/half-page.ts'

describe('half a page', () => {
  test('keeps whole sentences, and cuts one that never ends', () => {
    const text = halfPage('全年走访。'.repeat(100))
    expect(text.length).toBeLessThanOrEqual(HALF_PAGE)
    expect(text.endsWith('。')).toBe(true)
    expect([...halfPage('走'.repeat(1_000))]).toHaveLength(HALF_PAGE)
    expect(halfPage('短。')).toBe('短。')
    expect(halfPage(undefined)).toBe('')
    expect(halfPage('第一段。\n\n第二段。')).toBe('第一段。\n\n第二段。')
  })
})
