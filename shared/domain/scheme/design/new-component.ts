import type { SchemeDraft } from './draft.ts'
import { nextGroupId, nextId } from './next-id.ts'

export type ComponentDraft = SchemeDraft['components'][number]
export type BallotDraft = Extract<ComponentDraft, { kind: 'ballot' }>
export type ComponentKind = ComponentDraft['kind']

const NAMES: Readonly<Record<ComponentKind, string>> = { self: '个人总结自评', ballot: '民主测评', rating: '综合评定' }

/**
 * A new component with what every one of its kind has: one group and the four options, or one source. Its weight is left
 * for a person to say. `taken`: ids in use.
 */
export function newComponent(kind: ComponentKind, taken: Iterable<string>): ComponentDraft {
  const known = new Set(taken)
  const id = nextId('c', known)
  const base = { id, name: NAMES[kind], weight: '', missing: 'block' as const }
  switch (kind) {
    case 'self':
      return { ...base, kind }
    case 'ballot':
      return {
        ...base,
        kind,
        indicators: [{ id: nextId('k', known), name: '总体评价', weight: '100' }],
        groups: [{ id: nextGroupId(known), name: '', weight: '100' }],
        emptyGroup: 'renormalise',
        scale: newGradesScale(),
      }
    case 'rating':
      return {
        ...base,
        kind,
        sources: [{ id: nextId('s', known), name: '', weight: '100' }],
        emptySource: 'renormalise',
      }
  }
}

/** The four options of the default scheme. Source: FORMS.md (100/80/60/40, ours). */
export function newGradesScale(): Extract<BallotDraft['scale'], { kind: 'grades' }> {
  return {
    kind: 'grades',
    options: [
      { id: 'excellent', label: '优秀', points: '100', satisfied: true },
      { id: 'competent', label: '称职', points: '80', satisfied: true },
      { id: 'basic', label: '基本称职', points: '60' },
      { id: 'incompetent', label: '不称职', points: '40' },
    ],
  }
}

/** Marks given as points: whole ones from 0 to 100, trimmed as SCORING.md's example does. */
export function newPointsScale(): Extract<BallotDraft['scale'], { kind: 'points' }> {
  return { kind: 'points', min: '0', max: '100', step: '1', trim: { drop: 1, moreThan: 5 } }
}
