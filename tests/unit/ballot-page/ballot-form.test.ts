import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballotForm } from '#renderer/ballot-page/ballot-form.ts'
import { rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

const meeting = publicMeeting(buildSetUp({ limits: { excellent: 2 } }, { people: 6, indicators: 2 }))
const groupOf = (peers: boolean) => {
  const group = meeting.groups.find(each => each.peers === peers)
  if (!group) throw new Error('no such group')
  return group
}
const [EXCELLENT, COMPETENT] = [1, 2]

describe('a form', () => {
  // Catches: a third 优秀 let through, a limit counted over all indicators together, a limit that blocks taking back.
  test('counts a limit in each indicator and refuses what is over it', () => {
    const form = ballotForm(meeting, groupOf(false))
    expect([0, 1, 2].map(person => form.mark(person, 0, EXCELLENT))).toEqual([true, true, false])
    expect(form.valueAt(2, 0)).toBe(0)
    expect(form.mark(2, 1, EXCELLENT)).toBe(true)
    expect(form.limits(0)[0]).toMatchObject({ label: '优秀', used: 2, maximum: 2 })
    expect(form.mark(0, 0, 0)).toBe(true)
    expect(form.mark(2, 0, EXCELLENT)).toBe(true)
  })

  // Catches: the rest overwriting marks, the own row getting one, an undo that forgets what was there.
  test('fills the rest in one go, leaves marks and the own row alone, and takes it back', () => {
    const form = ballotForm(meeting, groupOf(true))
    form.setSelf(3)
    form.mark(0, 0, EXCELLENT)
    const before = form.ballot()
    expect(form.missing()).toBe(9)
    expect([form.canFillRest(EXCELLENT), form.canFillRest(COMPETENT)]).toEqual([false, true])
    const rows = form.fillRest(COMPETENT)
    expect(form.progress()).toEqual({ done: 5, total: 5 })
    expect(form.ballot().marks['i01']).toEqual({ k1: 'excellent', k2: 'competent' })
    expect(form.ballot().marks['i04']).toBeUndefined()
    form.restore(rows)
    expect(form.ballot()).toEqual(before)
  })

  // Catches: a jump that skips a half-marked person, lands on the own row, or never ends.
  test('jumps to what is missing, round the list, past the own row', () => {
    const form = ballotForm(meeting, groupOf(true))
    form.setSelf(0)
    form.fillRest(COMPETENT)
    form.mark(2, 1, 0)
    expect(form.nextMissing(4)).toEqual({ person: 2, indicator: 1 })
    form.mark(2, 1, COMPETENT)
    expect(form.nextMissing(4)).toBeNull()
  })

  // Catches: two own rows after a change of mind; marks given to oneself before choosing.
  test('has exactly one own row among peers, and none elsewhere', () => {
    const form = ballotForm(meeting, groupOf(true))
    form.mark(1, 0, COMPETENT)
    form.setSelf(0)
    form.setSelf(1)
    expect(form.ballot()).toEqual({ marks: {}, self: 'i02' })
    expect(form.mark(1, 0, COMPETENT)).toBe(false)
    const plain = ballotForm(meeting, groupOf(false))
    plain.setSelf(1)
    expect(plain.ballot()).toEqual({ marks: {} })
  })

  // Catches: any sequence of taps that leads to a ballot the rules refuse, or that a saved draft does not bring back.
  test('whatever is tapped, its ballot may be cast and its rows bring it back', () => {
    const tap = fc.tuple(fc.nat(5), fc.nat(1), fc.nat(4))
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5), fc.array(tap, { maxLength: 40 }), (peers, self, taps) => {
        const group = groupOf(peers)
        const form = ballotForm(meeting, group)
        form.setSelf(self)
        for (const [person, indicator, value] of taps) form.mark(person, indicator, value)
        const rows = rowsOfBallot(form.ballot(), meeting, group)
        expect(rows).toEqual({ ok: true, value: form.rows() })
        const again = ballotForm(meeting, group)
        again.restore(form.rows())
        expect(again.ballot()).toEqual(form.ballot())
      }),
    )
  })
})
