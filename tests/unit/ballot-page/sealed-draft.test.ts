import { expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { draftStore } from '#renderer/ballot-page/draft-store.ts'
import { draftKey, openDraft, sealDraft } from '#renderer/ballot-page/sealed-draft.ts'
import { castBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

const meeting = publicMeeting(buildSetUp({}, { people: 10 }))
const box = '0123456789abcdef'.repeat(2)
const [half, own] = [secureRandom(32), secureRandom(32)]
const key = draftKey(half, own, box)
const rows = Uint8Array.of(1, 2, 3, 4, 0, 0, 1, 1, 2, 5)

// Catches: a draft that the phone alone, or the station alone, could read.
test('a draft opens with both halves and with nothing less', () => {
  const sealed = sealDraft({ rows, suggestion: '', message: null }, key, meeting, secureRandom)
  expect(openDraft(sealed, key, meeting)).toEqual({ rows, suggestion: '', message: null })
  for (const wrong of [
    draftKey(half, half, box),
    draftKey(own, own, box),
    draftKey(half, own, box.replace('0', '1')),
  ]) {
    expect(openDraft(sealed, wrong, meeting)).toBeNull()
  }
  expect(
    openDraft(
      sealed.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
      key,
      meeting,
    ),
  ).toBeNull()
  expect(openDraft(new Uint8Array(7), key, meeting)).toBeNull()
})

// Catches: sizes from which the number of marks, or that submit was pressed, could be told.
test('all drafts of a meeting have one size, and the frozen bytes come back as they were', () => {
  const message = secureRandom(castBytes(meeting))
  const full = sealDraft({ rows, suggestion: '', message }, key, meeting, secureRandom)
  const empty = sealDraft({ rows: new Uint8Array(10), suggestion: '', message: null }, key, meeting, secureRandom)
  expect(full.length).toBe(empty.length)
  expect(openDraft(full, key, meeting)?.message).toEqual(message)
})

// Catches: a reload that loses what was written; a draft whose size tells that something, or how much, was.
test('what was written comes back, in a draft of the one size', () => {
  const speaking = publicMeeting(buildSetUp({ suggestions: true }, { people: 10 }))
  const draft = { rows, suggestion: '希望多培训\n\n谢谢', message: null }
  const full = sealDraft(draft, key, speaking, secureRandom)
  expect(openDraft(full, key, speaking)).toEqual(draft)
  expect(sealDraft({ ...draft, suggestion: '' }, key, speaking, secureRandom).length).toBe(full.length)
  expect(sealDraft({ ...draft, suggestion: '字'.repeat(500) }, key, speaking, secureRandom).length).toBe(full.length)
})

function fakeStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: index => [...values.keys()][index] ?? null,
    getItem: name => values.get(name) ?? null,
    setItem: (name, value) => {
      values.set(name, value)
    },
    removeItem: name => {
      values.delete(name)
    },
    clear: () => values.clear(),
  }
}

// Catches: a draft of an earlier round taken for this one's, or left behind for good.
test('the store keeps one box’s draft and forgets those of others', () => {
  const storage = fakeStorage()
  const kept = { code: '1234567890123456', own, sealed: Uint8Array.of(1, 2, 255), sent: true }
  draftStore('a'.repeat(32), () => storage).write(kept)
  storage.setItem('something else', 'x')
  const store = draftStore('b'.repeat(32), () => storage)
  expect(store.read()).toBeNull()
  expect(storage.length).toBe(1)
  store.write(kept)
  expect(store.read()).toEqual(kept)
  store.wipe()
  expect(storage.length).toBe(1)
})

// Catches: a phone without storage (private mode, full) on which the page does not work at all.
test('a browser that refuses storage keeps nothing and breaks nothing', () => {
  const store = draftStore(box, () => {
    throw new DOMException('denied', 'SecurityError')
  })
  store.write({ code: '1234567890123456', own, sealed: null, sent: false })
  expect(store.read()).toBeNull()
})
