import type { Geometry } from '#electron/host/urn/geometry.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import type { Held } from '#tests/anonymity/scripted-meeting.ts'
import { recordCopies } from '#tests/crash/record-copies.ts'
import type { Finding } from './finding.ts'

/**
 * Two worlds held with the same randomness leave the same bytes, and are the same to the byte at every moment but for what
 * is sealed in the slots (ballots, then suggestions where there are any): nothing on the disk, and nothing that the station answers,
 * depends on a mark.
 */
export function checkTwins(a: Held, b: Held, geometry: Geometry): Finding[] {
  const findings = differences(a.left, b.left, bytes => bytes).map(what => `after the count: ${what}`)
  a.moments.forEach((moment, vote) => {
    const twin = b.moments[vote]
    if (!twin) return
    moment.answers.forEach((answer, index) => {
      if (answer !== twin.answers[index]) findings.push(`answer ${index} to vote ${vote}`)
    })
    const open = (bytes: Buffer) => blankSlots(bytes, geometry)
    findings.push(...differences(moment.evidence, twin.evidence, open).map(what => `after vote ${vote}: ${what}`))
  })
  if (a.moments.length !== b.moments.length) findings.push('not the same number of votes')
  return findings.map(what => ({ check: 'twins', what }))
}

function differences(a: Evidence, b: Evidence, view: (bytes: Buffer) => Buffer): string[] {
  return [...new Set([...a.files.keys(), ...b.files.keys()])].flatMap(file => {
    const [one, other] = [a.files.get(file), b.files.get(file)]
    if (!one || !other) return [`${file} is in one world only`]
    const urn = file.endsWith('.urn')
    return (urn ? view(one) : one).equals(urn ? view(other) : other) ? [] : [`${file} differs`]
  })
}

const HASH = 32

/** An urn without its sealed ballots: the first bytes of each slot, and the check sum that goes with them. */
function blankSlots(urn: Buffer, { slots, sealedBytes, suggestions }: Geometry): Buffer {
  const blank = Buffer.from(urn)
  for (const [slot, start] of recordCopies(urn, slots).slotStarts.entries()) {
    const sealed = suggestions && slot >= suggestions.slots.start ? suggestions.sealedBytes : sealedBytes
    blank.fill(0, start, start + sealed + HASH)
  }
  return blank
}
