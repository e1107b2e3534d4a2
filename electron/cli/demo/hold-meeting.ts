import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Io } from '#electron/cli/command.ts'
import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'
import { DEFAULT_COST } from '#electron/host/box/locked-share.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { DemoPlace } from './demo-place.ts'
import { type PlantedGroup, plantedBallots, plantedMeeting } from './planted-ballots.ts'
import { type StationProcess, startStationProcess } from './station-process.ts'

const TELLERS = [
  { name: '总监票人', passphrase: '示例口令之一' },
  { name: '监票人甲', passphrase: '示例口令之二' },
  { name: '监票人乙', passphrase: '示例口令之三' },
]

/** How many phones vote at the same time. */
const PHONES = 40

/**
 * Holds an evaluation's first meeting over the real station: slips, sealed box, a voter for every valid ballot, a station
 * killed in the middle and started again, the opening. The evaluation with what came out of the box in the meeting's
 * place; null where the count is not the planted one, which has been told.
 */
export async function holdMeeting(
  evaluation: Evaluation,
  place: DemoPlace,
  folder: string,
  io: Io,
): Promise<Evaluation | null> {
  const [meeting, ...others] = evaluation.meetings
  const component = meeting && meetingComponent(meeting, evaluation.scheme)
  if (!meeting || !component) return null
  const groups = plantedBallots(meeting, component, secureRandom)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const votes = await makeBox(evaluation, meeting, groups, place, folder)
  await withStore(place, store => sealBox(store, { tellers: TELLERS, need: 2 }, DEFAULT_COST, secureRandom))
  const recorded = await vote(place, votes, io)
  const opened = await withStore(place, store =>
    openBox(store, TELLERS.slice(0, 2), { voidDamaged: false, random: secureRandom, progress: () => undefined }),
  )
  await place.clear()
  if (!opened?.ok) return null
  const counts: BoxCounts = JSON.parse(opened.value.counts)
  const held: Meeting = { ...meeting, groups: countedGroups(meeting, counts), tallies: inOrder(meeting, counts) }
  io.say(`民主测评会：印码条 ${votes.length} 张，${recorded} 部手机已投，${place.told}，2 名监票人开箱计票`)
  if (recorded !== votes.length || !isDeepStrictEqual(held, plantedMeeting(meeting, held.groups))) {
    io.say('计票结果与预置的选票不一致')
    return null
  }
  io.say('计票结果与预置的选票逐项一致；选票和钥匙已销毁')
  return { ...evaluation, meetings: [held, ...others] }
}

type Vote = { readonly code: string; readonly ballot: PlantedGroup['ballots'][number] }

/** The box with one slip a voter; the slips' codes are handed out and their file is destroyed, as after printing. */
async function makeBox(
  { scheme, instructors }: Evaluation,
  meeting: Meeting,
  groups: readonly PlantedGroup[],
  place: DemoPlace,
  folder: string,
): Promise<Vote[]> {
  const component = meetingComponent(meeting, scheme)
  if (!component) throw new Error('a checked meeting has its component')
  const setUp = readSetUp(
    JSON.stringify({
      id: meeting.id,
      title: component.name,
      scale: component.scale,
      indicators: component.indicators,
      groups: component.groups.map(({ id, name, peers }) => ({
        id,
        name,
        slips: groups.find(group => group.id === id)?.ballots.length ?? 0,
        ...(peers === undefined ? {} : { peers }),
      })),
      instructors: instructors.map(({ id, name, unit }) => ({ id, name, unit })),
      minGroupBallots: scheme.minGroupBallots,
    }),
  )
  if (!setUp.ok) throw new Error(`the sample's meeting cannot be set up: ${JSON.stringify(setUp.error)}`)
  const slipsFile = join(folder, '码条.json')
  const box = await place.create(setUp.value, slipsFile)
  if (!box.ok) throw new Error(`the box cannot be made: ${box.error.code}`)
  const { slips } = JSON.parse(await readFile(slipsFile, 'utf8')) as {
    readonly slips: readonly { readonly group: string; readonly code: string }[]
  }
  await rm(slipsFile)
  const votes = groups.flatMap(group => {
    const codes = slips.filter(slip => slip.group === group.id)
    return group.ballots.map((ballot, index) => ({ code: codes[index]?.code ?? '', ballot }))
  })
  return shuffled(votes, secureRandom)
}

/** Everybody votes; half-way one station is killed and another started. How many were told that their vote is recorded. */
async function vote(place: DemoPlace, votes: readonly Vote[], io: Io): Promise<number> {
  const stations: StationProcess[] = []
  let recorded = 0
  const half = Math.ceil(votes.length / 2)
  for (const part of [votes.slice(0, half), votes.slice(half)]) {
    await stations.shift()?.kill()
    while (stations.length < place.stations) {
      const station = await startStationProcess(place.serve())
      if (!station) return recorded
      stations.push(station)
    }
    recorded += await castAll(stations, part, done => io.progress(recorded + done, votes.length, '投票'))
  }
  for (const station of stations) await station.stop()
  io.endProgress()
  return recorded
}

async function castAll(
  stations: readonly StationProcess[],
  votes: readonly Vote[],
  progress: (done: number) => void,
): Promise<number> {
  const connected = (await Promise.all(stations.map(({ url }) => connectStation(url)))).filter(each => each !== null)
  let next = 0
  let recorded = 0
  const phone = async (station: ConnectedStation) => {
    for (let turn = votes[next++]; turn; turn = votes[next++]) {
      const message = prepareCast(station.box, turn.code, turn.ballot, secureRandom)
      const reply = message.ok ? await station.submit(message.value) : null
      if (reply?.status === 'recorded') recorded += 1
      progress(recorded)
    }
  }
  await Promise.all(
    connected.flatMap(station => Array.from({ length: PHONES / connected.length }, () => phone(station))),
  )
  return recorded
}

async function withStore<T>(place: DemoPlace, use: (store: BallotStore) => Promise<T>): Promise<T | null> {
  const store = await place.open()
  if (!store.ok) return null
  try {
    return await use(store.value)
  } finally {
    await store.value.release()
  }
}

/** The clerk's numbers with what the box says was returned. */
function countedGroups(meeting: Meeting, counts: BoxCounts): Meeting['groups'] {
  return meeting.groups.map(group => {
    const counted = counts.groups.find(each => each.id === group.id)
    return { ...group, returned: counted?.returned ?? 0, void: counted?.void ?? 0 }
  })
}

/** The box's counts in the order of the meeting's own rows. */
function inOrder(meeting: Meeting, counts: BoxCounts): Meeting['tallies'] {
  return meeting.tallies.flatMap(row =>
    counts.tallies
      .filter(
        each => each.instructor === row.instructor && each.group === row.group && each.indicator === row.indicator,
      )
      // The box's ids are plain strings; they were this row's own when the box was set up.
      .map(({ marks, abstain, invalid, self }) => ({ ...row, marks, abstain, invalid, self })),
  )
}
