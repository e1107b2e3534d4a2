import { describe, expect, test } from 'vitest'
import { slipAddress, slipLink } from '#shared/domain/ballot/plan/slip-address.ts'
import { meetingExtract } from '#shared/domain/evaluation/meeting-extract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'

describe('what travels', () => {
  test('only a fixed address is printed on slips, the code in its fragment', () => {
    const station = (overrides: object) =>
      slipAddress({ station: { address: '192.168.8.1', port: 47170, ...overrides } })
    expect(station({ fixed: true })).toBe('http://192.168.8.1:47170/')
    expect(station({ fixed: true, port: 80 })).toBe('http://192.168.8.1/')
    expect(station({ fixed: true, address: 'fd00::1' })).toBe('http://[fd00::1]:47170/')
    expect(station({})).toBeNull()
    expect(slipAddress({})).toBeNull()
    expect(slipLink('http://192.168.8.1/', '1234-5678-9012-3456')).toBe('http://192.168.8.1/#1234567890123456')
  })

  test('the extract holds one plan and nobody else', () => {
    const { evaluation } = readPlanYear(buildPlan({ instructors: ['i02'] }), {
      instructors: buildInstructors(3, { phone: '13812345678' }),
    })
    const extract = meetingExtract(evaluation, 'm1')
    expect(extract?.instructors).toEqual([
      { id: 'i02', name: '指导员02', kind: 'full-time', level: 'city', posting: '西城区' },
    ])
    expect(extract && readEvaluation(writeEvaluation(extract)).ok).toBe(true)
    expect(meetingExtract(evaluation, 'm9')).toBeNull()
  })
})
