import type { z } from 'zod'
import type { meetingSetUpSchema } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

const PEOPLE = ['演练甲', '演练乙', '演练丙', '演练丁', '演练戊', '演练己']

/** A made-up meeting to rehearse with: six made-up people, three groups, the four usual grades. Ours. */
export function rehearsalSetUp(): z.input<typeof meetingSetUpSchema> {
  return {
    id: 'rehearsal',
    title: '演练：民主测评会',
    scale: {
      kind: 'grades',
      options: [
        { id: 'excellent', label: '优秀', points: '100', satisfied: true },
        { id: 'competent', label: '称职', points: '80', satisfied: true },
        { id: 'basic', label: '基本称职', points: '60' },
        { id: 'incompetent', label: '不称职', points: '40' },
      ],
    },
    indicators: [{ id: 'overall', name: '总体评价', weight: '100' }],
    groups: [
      { id: 'A', name: '演练票种一', slips: 20, paper: 5 },
      { id: 'B', name: '演练票种二', slips: 20, paper: 5 },
      { id: 'D', name: '演练同行', slips: 12, paper: 0, peers: true, mergeInto: 'A' },
    ],
    instructors: PEOPLE.map((name, index) => ({ id: `r${index + 1}`, name, unit: '演练单位' })),
  }
}
