import { openBallots } from '#electron/host/box/open-ballots.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { countBallots } from '#shared/domain/ballot/count/count-ballots.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { newBoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { sealNatively } from '#tests/bench/hub/seal-natively.ts'
import { timeEach } from '#tests/bench/rounds.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

const BOX = '00'.repeat(16)

/** Milliseconds from so many sealed ballots on 100 instructors × 6 indicators to their counts: opened, checked, cut, counted. */
export async function openingMs(ballots: number): Promise<number> {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '代表', slips: ballots }] }, { people: 100, indicators: 6 })
  const meeting = publicMeeting(setUp)
  const key = newBoxKey(secureRandom)
  const context = ballotContext(BOX, meeting, 'A')
  const seal = sealNatively(key.publicKey, context)
  const sealed = Array.from({ length: ballots }, (_, ballot) => {
    const rows = Uint8Array.from({ length: 600 }, (_row, row) => (row * 7 + ballot * 13) % 5)
    return seal(encodeRows(rows, meeting))
  })
  return timeEach(1, async () => {
    const opened = await openBallots([{ id: 'A', sealed, damaged: 0 }], BOX, meeting, key, () => undefined)
    const { groups } = countBallots(setUp, opened, secureRandom)
    if (groups[0]?.void !== 0) throw new Error('a ballot was void')
  })
}
