import { type Decision, lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'

/**
 * What an archive lacks beyond what the score lacks (`gapsOf`), in lines: people not decided on, no organiser, a fonds
 * number that nobody gave, signed pages. Listed, never a reason not to archive.
 */
export function archiveGaps(archive: {
  readonly instructors: readonly Instructor[]
  readonly decisions: readonly Decision[]
  readonly organiser: string
  /** The fonds number where nobody gave one and the default stands in. */
  readonly assumedFonds: string | null
}): string[] {
  const decided = lastDecisions(archive.decisions)
  const open = archive.instructors.filter(person => !decided.has(person.id)).map(person => person.name)
  const whose = open.length === archive.instructors.length ? '全部' : open.join('、')
  return [
    ...(open.length === 0 ? [] : [`缺 审定结果：${open.length} 人  ${whose}`]),
    ...(archive.organiser.trim() === '' ? ['缺 责任者：考评文件没有写组织单位'] : []),
    ...(archive.assumedFonds === null ? [] : [`缺 全宗号：暂用 ${archive.assumedFonds}，请以档案部门给的为准`]),
    '缺 签字盖章的原件：表格由程序生成，签字盖章后的纸质件或扫描件请另行归档',
  ]
}
