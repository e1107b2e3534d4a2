import { List, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { MERGING } from '#renderer/strings/merging.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import type { Merged, Merging } from '#shared/domain/evaluation/merge-unions.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { mergeRows, stillDue } from './merge-rows.ts'

type MergePreviewProps = {
  readonly merged: Merged
  readonly merging: Merging
  readonly duties: readonly Duty[]
  readonly quotaBy: NonNullable<Scheme['excellentQuota']>['by'] | undefined
}

const TALL = 280
const { sums } = MERGING

/** Everything that a merger changes, before it does. */
export function MergePreview({ merged, merging, duties, quotaBy }: MergePreviewProps) {
  const rows = useMemo(() => mergeRows(merged, merging, duties), [merged, merging, duties])
  const posted = merged.people.filter(
    ({ posting = '' }) => posting !== merging.posting && merging.posting !== '' && merging.postings.includes(posting),
  ).length
  const old = merging.from.filter(name => name !== merging.into)
  const units = merged.people.filter(({ unit = '' }) => merging.units && old.includes(unit)).length
  const due = stillDue(merging, duties)
  const lines = [
    posted > 0 ? sums.posted(posted, merging.posting) : null,
    units > 0 ? sums.units(units) : null,
    due > 0 ? sums.due(due, merging.into) : null,
    merged.renamed.length > 0 ? sums.renamed(merged.renamed.length) : null,
    merged.kept.length > 0 ? sums.kept(merged.kept.length) : null,
    merging.rename && merged.kept.length > 0 ? sums.clash(merged.kept.length) : null,
    quotaBy === 'posting' && posted > 0 ? sums.quota : null,
  ].filter(line => line !== null)
  return (
    <Stack gap="xs" data-merge-preview>
      {merged.losses.length > 0 && <Notice colour="red">{VARIANTS.moved(merged.losses, MERGING.act)}</Notice>}
      <List size="sm">
        {lines.map(line => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section style={{ maxHeight: TALL, overflowY: 'auto' }} tabIndex={0} aria-label={MERGING.preview}>
        <PlainTable
          label={MERGING.preview}
          columns={[{ title: MERGING.person, width: 90 }, { title: MERGING.posted }, { title: MERGING.rated }]}
          rows={rows.map(({ person, posted: where, rated }) => ({
            key: person.id,
            cells: [
              person.name,
              where,
              <Text key="rated" span size="sm">
                {rated}
              </Text>,
            ],
          }))}
        />
      </section>
    </Stack>
  )
}
