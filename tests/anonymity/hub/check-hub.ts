import { checkMarkers, secretsOf } from '#tests/anonymity/checks/check-markers.ts'
import type { Finding } from '#tests/anonymity/checks/finding.ts'
import type { PlantedRoom } from '#tests/anonymity/plant-room.ts'
import type { HubHeld } from './hub-room.ts'

const WINDOW = 6

/** No piece of a slip's hash, proof or code stands in a slot: the two tables could be joined by it. */
export function checkHubJoin(planted: PlantedRoom, { votes, slips, slots }: HubHeld): Finding[] {
  const windows = new Set<string>()
  const participation = [
    ...slips.map(({ mark }) => mark),
    ...votes.map(({ proof }) => Buffer.from(proof)),
    ...planted.codes.map(({ digits }) => Buffer.from(digits)),
  ]
  for (const bytes of participation)
    for (let at = 0; at + WINDOW <= bytes.length; at++) windows.add(bytes.toString('latin1', at, at + WINDOW))
  return slots.flatMap(({ place, bytes }) => {
    const text = bytes.toString('latin1')
    for (let at = 0; at + WINDOW <= text.length; at++)
      if (windows.has(text.slice(at, at + WINDOW)))
        return [{ check: 'join', what: `slot ${place} holds a piece of a slip` }]
    return []
  })
}

// The unions' reports have tables of their own: names are known there, no vote comes near them.
const OURS = /^pingyi_(boxes|schema|report_office|reports|report_revisions|report_files|(slips|slots)_[0-9a-f]{32})$/

/** Nothing but the tables that there should be, before and after; of this box no slip and no slot after. */
export function checkHubTables(planted: PlantedRoom, { tables: [before = [], after = []] }: HubHeld): Finding[] {
  const odd = [...before, ...after].filter(name => !OURS.test(name))
  const kept = after.filter(name => name.endsWith(planted.box.box))
  return [...odd, ...kept].map(name => ({ check: 'tables', what: name }))
}

/** What is left in the tables holds nothing of a voter. */
export function checkHubLeft(planted: PlantedRoom, { votes, left }: HubHeld): Finding[] {
  const evidence = { files: new Map([['tables', left]]), facts: new Map() }
  return checkMarkers(evidence, secretsOf(planted, votes))
}

/** Two worlds with the same randomness: the same rows in the same order, but for what is sealed in a filled slot. */
export function checkHubTwins(one: HubHeld, other: HubHeld): Finding[] {
  const rows = ({ slips, slots }: HubHeld) =>
    JSON.stringify([
      slips.map(({ mark, pile, voted }) => [mark.toString('hex'), pile, voted]),
      slots.map(({ place, bytes, filled }) => [place, filled, filled ? bytes.length : bytes.toString('hex')]),
    ])
  return [
    ...(rows(one) === rows(other) ? [] : [{ check: 'twins', what: 'the tables differ before the opening' }]),
    ...(one.left.equals(other.left) ? [] : [{ check: 'twins', what: 'what is left differs' }]),
  ]
}
