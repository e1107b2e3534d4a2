import type { z } from 'zod'
import { checkSetUp } from '#shared/domain/ballot/set-up/check-set-up.ts'
import { type MeetingSetUp, MOST_HUB_SLOTS, meetingSetUpSchema } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

export type SetUpFile = z.input<typeof meetingSetUpSchema>

export const GRADES = {
  kind: 'grades' as const,
  options: [
    { id: 'excellent', label: '优秀', points: '100', satisfied: true },
    { id: 'competent', label: '称职', points: '80', satisfied: true },
    { id: 'basic', label: '基本称职', points: '60' },
    { id: 'incompetent', label: '不称职', points: '40' },
  ],
}

/** A set-up file's value: four groups, D of peers into C; as many instructors and indicators as asked for. */
export function buildSetUpFile(
  overrides: Partial<SetUpFile> = {},
  { people = 3, indicators = 1 }: { readonly people?: number; readonly indicators?: number } = {},
): SetUpFile {
  return {
    id: 'm1',
    title: '二〇二六年度民主测评会',
    scale: GRADES,
    indicators: Array.from({ length: indicators }, (_, index) => ({
      id: indicators === 1 ? 'overall' : `k${index + 1}`,
      name: `指标${index + 1}`,
      weight: indicators === 1 ? '100' : index === 0 ? String(100 - (indicators - 1)) : '1',
    })),
    groups: [
      { id: 'A', name: '企业工会代表', slips: 8, paper: 2 },
      { id: 'B', name: '企业管理者代表', slips: 6 },
      { id: 'C', name: '基层工会干部代表', slips: 6 },
      { id: 'D', name: '专职指导员', slips: 5, peers: true, mergeInto: 'C' },
    ],
    instructors: Array.from({ length: people }, (_, index) => ({
      id: `i${String(index + 1).padStart(2, '0')}`,
      name: `指导员${index + 1}`,
      unit: '某某公司',
    })),
    ...overrides,
  }
}

/** The same, read: throws where it has a fault (a mistake of the test's). */
export function buildSetUp(...parameters: Parameters<typeof buildSetUpFile>): MeetingSetUp {
  const setUp = meetingSetUpSchema.parse(buildSetUpFile(...parameters))
  const faults = checkSetUp(setUp, MOST_HUB_SLOTS)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return setUp
}
