import type { MeetingSetUp } from './meeting-set-up.ts'

/** What a voter needs to fill in a ballot: the meeting without its numbers of slips. Anyone in the room may have it. */
export type PublicMeeting = {
  readonly id: string
  readonly title: string
  readonly scale: MeetingSetUp['scale']
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
  readonly groups: readonly { readonly id: string; readonly name: string; readonly peers: boolean }[]
  readonly instructors: readonly PublicInstructor[]
  readonly limits: Readonly<Record<string, number>>
  readonly voidRules: MeetingSetUp['voidRules'] & {}
  /** 意见建议 are asked for; left out where they are not. */
  readonly suggestions?: true | undefined
}

/** `summary` (述职) is left out where there is none. */
export type PublicInstructor = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly summary?: string | undefined
}

export type PublicGroup = PublicMeeting['groups'][number]

/** A meeting as its voters see it, always with the same keys in the same order: its bytes are part of every seal. */
export function publicMeeting(setUp: MeetingSetUp): PublicMeeting {
  return {
    id: setUp.id,
    title: setUp.title,
    scale: setUp.scale,
    indicators: setUp.indicators.map(({ id, name }) => ({ id, name })),
    groups: setUp.groups.map(({ id, name, peers }) => ({ id, name, peers: peers === true })),
    instructors: setUp.instructors.map(({ id, name, unit, summary }) => ({
      id,
      name,
      unit: unit ?? '',
      ...(summary === undefined ? {} : { summary }),
    })),
    limits: setUp.limits ?? {},
    voidRules: setUp.voidRules ?? [],
    ...(setUp.suggestions ? { suggestions: true as const } : {}),
  }
}
