import { expect, test } from 'vitest'
import { hubMeter } from '#electron/host/hub/hub-meter.ts'

const recorded = { route: 'cast', answer: 'recorded', ms: 12 } as const

// Catches: a count that moves with each vote, so that whoever looks often enough has the time of every one.
test('figures change once a minute and by fives', () => {
  let now = 1_000
  const meter = hubMeter(() => now)
  for (let vote = 0; vote < 9; vote++) meter.observe(recorded)
  expect(meter.text()).not.toContain('recorded')
  now = 60_000
  expect(meter.text()).toContain('pingyi_answers_total{route="cast",answer="recorded"} 5\n')
  meter.observe(recorded)
  now = 119_999
  expect(meter.text()).toContain('answer="recorded"} 5\n')
  now = 120_000
  expect(meter.text()).toContain('answer="recorded"} 10\n')
})

// Catches: the vote that opens a minute shown at its own moment.
test('a vote is never in the figures of its own minute, whoever looks', () => {
  let now = 0
  const meter = hubMeter(() => now)
  now = 300_000
  for (let vote = 0; vote < 5; vote++) meter.observe(recorded)
  expect(meter.text()).not.toContain('recorded')
  now = 360_000
  expect(meter.text()).toContain('answer="recorded"} 5\n')
})

// Catches: a slow answer, which is somebody's, told by itself; a name that says what was voted.
test('says how fast in coarse steps, and nothing but routes and answers', () => {
  let now = 0
  const meter = hubMeter(() => now)
  for (let vote = 0; vote < 30; vote++) meter.observe({ ...recorded, ms: vote < 26 ? 90 : 5_000 })
  meter.observe({ route: 'draft', answer: 'unused', ms: 1 })
  now = 60_000
  const lines = meter
    .text()
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  expect(lines).toEqual([
    'pingyi_answers_total{route="cast",answer="recorded"} 30',
    'pingyi_answers_within_total{route="cast",seconds="0.1"} 25',
    'pingyi_answers_within_total{route="cast",seconds="1"} 25',
    'pingyi_answers_within_total{route="cast",seconds="10"} 30',
  ])
})
