import { sealedBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { found, indexNeedles, type Needle, needlesOf, withHashes } from '#tests/anonymity/bytes/needles.ts'
import { unpackAll } from '#tests/anonymity/bytes/unpack.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import type { PlantedRoom, RoomVote } from '#tests/anonymity/plant-room.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import type { Finding } from './finding.ts'

/** All that must be nowhere after the count: of the voters, of their slips, of their ballots, of the tellers. */
export function secretsOf(planted: PlantedRoom, votes: readonly RoomVote[]): Map<string, string | Uint8Array> {
  const ofVoters = votes.flatMap(({ agent, proof, sealed }, voter): [string, string | Uint8Array][] => [
    [`agent ${voter}`, agent],
    [`code ${voter}`, planted.codes[voter]?.digits ?? ''],
    [`printed code ${voter}`, planted.codes[voter]?.printed ?? ''],
    [`proof ${voter}`, proof],
    [`half a proof ${voter}`, proof.slice(0, 8)],
    [`sealed ballot ${voter}`, sealed.slice(0, 16)],
    [`sealed ballot's end ${voter}`, sealed.slice(-16)],
    ...sealedWords(planted, voter, sealed),
  ])
  const kept = withHashes(new Map(ofVoters))
  kept.set('the key', planted.secretKey)
  for (const { name, passphrase } of TELLERS) kept.set(`passphrase of ${name}`, passphrase)
  for (const [voter, { plain, words }] of votes.entries()) {
    kept.set(`opened ballot ${voter}`, plain)
    if (words !== '') kept.set(`words ${voter}`, words)
  }
  return kept
}

function sealedWords({ box }: PlantedRoom, voter: number, sealed: Uint8Array): [string, Uint8Array][] {
  const start = sealedBytes(box.meeting)
  return box.meeting.suggestions ? [[`sealed ballot's words ${voter}`, sealed.slice(start, start + 16)]] : []
}

/** The secrets that stand anywhere, in any spelling, packed or not. `except` is a file that holds them by right. */
export function checkMarkers(
  evidence: Evidence,
  secrets: ReadonlyMap<string, string | Uint8Array>,
  except: readonly string[] = [],
): Finding[] {
  return checkNeedles('markers', evidence, needlesOf(secrets), except)
}

/** The same for needles of any kind. */
export function checkNeedles(
  check: string,
  { files }: Evidence,
  needles: readonly Needle[],
  except: readonly string[] = [],
): Finding[] {
  const index = indexNeedles(needles)
  return [...files]
    .filter(([file]) => !except.includes(file))
    .flatMap(([file, bytes]) =>
      [Buffer.from(file), ...unpackAll(file, bytes)].flatMap(view =>
        found(view, index).map(name => ({ check, what: `${file}: ${name}` })),
      ),
    )
}
