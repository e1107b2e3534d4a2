import { expect, test } from 'vitest'
import { shownWidth, zoomStep } from '#renderer/pdf/viewer/zoom.ts'

const A4 = { width: 595.28, height: 841.89 }
const landscape = { width: 841.89, height: 595.28 }

// Catches: a page that is cut off where the whole page was asked for.
test('a whole page fits its room both ways', () => {
  expect(shownWidth('page', A4, { width: 1000, height: 700 })).toBe(494)
  expect(shownWidth('page', landscape, { width: 1000, height: 900 })).toBe(1000)
  expect(shownWidth('width', A4, { width: 1000, height: 700 })).toBe(1000)
  expect(shownWidth(1, A4, { width: 1000, height: 700 })).toBe(794)
})

// Catches: a step that stays where it is, or leaves the scale at its ends.
test('zooming goes to the next step and stops at the ends', () => {
  expect(zoomStep(494, A4, 1)).toBe(0.75)
  expect(zoomStep(494, A4, -1)).toBe(0.5)
  expect(zoomStep(794, A4, 1)).toBe(1.25)
  expect(zoomStep(4000, A4, 1)).toBe(4)
  expect(zoomStep(100, A4, -1)).toBe(0.25)
})
