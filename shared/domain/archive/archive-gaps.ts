import { type Decision, lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { gapGroups } from '#shared/domain/score/gap-groups.ts'
import type { Gap } from '#shared/domain/score/gaps.ts'
import type { ArchiveGap } from './archive-gap.ts'

/** A form that has to be signed, and the documents of it that are archived: whose they are, '' for a form of the year. */
export type SignedForm = { readonly title: string; readonly unsigned: readonly string[]; readonly signed: number }

/**
 * What an archive lacks: what the score lacks, people not decided on, no organiser, a fonds number that nobody gave, signed
 * pages, attached files that are gone. Listed, never a reason not to archive.
 */
export function archiveGaps(archive: {
  readonly gaps: readonly Gap[]
  readonly instructors: readonly Instructor[]
  readonly decisions: readonly Decision[]
  readonly organiser: string
  /** The fonds number where nobody gave one and the default stands in. */
  readonly assumedFonds: string | null
  readonly forms: readonly SignedForm[]
  /** Attached files that are not on this computer, or damaged. */
  readonly lost: readonly string[]
}): ArchiveGap[] {
  const decided = lastDecisions(archive.decisions)
  const open = archive.instructors.filter(person => !decided.has(person.id)).map(person => person.name)
  return [
    ...gapGroups(archive.gaps).map(
      ({ what, effect, people }): ArchiveGap => ({
        what: `${what}（${effect}）`,
        unit: '人',
        names: people.map(person => person.name),
      }),
    ),
    ...(open.length === 0
      ? []
      : [
          {
            what: '审定结果',
            unit: '人',
            names: open,
            ...(open.length === archive.instructors.length && { everybody: true }),
          } as const,
        ]),
    ...(archive.organiser.trim() === ''
      ? [{ what: '责任者', unit: '', names: ['考评文件没有写组织单位'] } as const]
      : []),
    ...(archive.assumedFonds === null
      ? []
      : [{ what: '全宗号', unit: '', names: [`暂用 ${archive.assumedFonds}，请以档案部门给的为准`] } as const]),
    ...unsignedGaps(archive.forms),
    ...(archive.lost.length === 0 ? [] : [{ what: '附件文件', unit: '份', names: archive.lost } as const]),
  ]
}

/** Where nothing at all came back signed, one line says so; otherwise each form says whose sheets did not. */
function unsignedGaps(forms: readonly SignedForm[]): ArchiveGap[] {
  const lacking = forms.filter(form => form.unsigned.length > 0)
  if (lacking.length === 0) return []
  if (forms.every(form => form.signed === 0))
    return [{ what: '签字盖章的扫描件', unit: '种', names: lacking.map(countWords) }]
  const [yearly, personal] = [lacking.filter(isYearly), lacking.filter(form => !isYearly(form))]
  return [
    ...(yearly.length === 0
      ? []
      : [{ what: '签字盖章的扫描件', unit: '种', names: yearly.map(({ title }) => title) } as const]),
    ...personal.map(
      ({ title, unsigned, signed }): ArchiveGap => ({
        what: `${title}的签字扫描件`,
        unit: '份',
        names: unsigned,
        everybody: signed === 0,
      }),
    ),
  ]
}

function isYearly({ unsigned }: SignedForm): boolean {
  return unsigned.length === 1 && unsigned[0] === ''
}

function countWords(form: SignedForm): string {
  return isYearly(form) ? form.title : `${form.title} ${form.unsigned.length} 份`
}
