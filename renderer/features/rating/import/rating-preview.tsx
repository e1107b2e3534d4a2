import { Button, Checkbox, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { OnlineFiles } from '#renderer/collect/online/online-files.tsx'
import { useTakeFiles } from '#renderer/collect/online/use-take-files.ts'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { RatingDraft } from '#shared/domain/rating/rating.ts'
import { ratingCells, ratingCellsTotal } from '#shared/domain/rating/rating-entry.ts'
import { isSameRating, withRating } from '#shared/domain/rating/with-rating.ts'
import type { Grade } from '#shared/domain/scheme/scheme.ts'
import { type Attachment, withAttachment } from '#shared/domain/self/attachment.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import type { CollectedLine, CollectedRatings } from './collect-ratings.ts'
import type { CollectedRating } from './collected-rating.ts'
import { ratingChanges } from './rating-changes.ts'

type RatingPreviewProps = {
  /** What came in, as it stands beside the year now. */
  readonly collect: (evaluation: Evaluation) => CollectedRatings
  readonly title: string
  readonly lead: (people: number) => string
  /** What the log of changes says of it. */
  readonly done: (unions: string, people: number) => string
  readonly onClose: () => void
}

const TONES = { fresh: 'good', updated: 'fair', same: 'plain' } as const

/** What came in, before anything is changed: the ratings, what needs a person, what could not be read. */
export function RatingPreview({ collect, title, lead, done, onClose }: RatingPreviewProps) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const { take } = useTakeFiles(evaluation.year)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [saving, setSaving] = useState(false)
  const { ratings, problems, unread } = useMemo(() => collect(evaluation), [collect, evaluation])
  const taken = ratings.filter(each => each.state !== 'same' && !left.has(each.key))
  const labels = useMemo(() => personLabels(evaluation.instructors), [evaluation.instructors])
  const words = RATING.preview
  const store = async () => {
    setSaving(true)
    const attached = new Map<string, readonly Attachment[]>()
    for (const { key, files } of taken)
      for (const file of files) {
        const kept = await take(file)
        // Told already; what was fetched so far is found again by its hash when it is tried once more.
        if (!kept) return setSaving(false)
        attached.set(key, [...(attached.get(key) ?? []), kept])
      }
    const unions = [...new Set(taken.map(({ rating, source }) => rating.by || source.name))].join('、')
    const saved = await change(done(unions, taken.length), current => {
      let list: readonly RatingDraft[] = current.ratings
      for (const { key, before, rating } of taken) {
        const now = current.ratings.find(each => isSameRating(each, rating)) ?? null
        if (JSON.stringify(now) !== JSON.stringify(before)) return 'conflict'
        const attachments = (attached.get(key) ?? []).reduce(withAttachment, rating.attachments ?? [])
        list = withRating(list, before, attachments.length > 0 ? { ...rating, attachments } : rating)
      }
      return { ...current, ratings: list }
    })
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <Page
      name="rating-preview"
      title={title}
      lead={lead(ratings.length)}
      actions={
        <>
          <Button variant="default" onClick={onClose} disabled={saving}>
            {words.back}
          </Button>
          <Button onClick={() => void store()} disabled={taken.length === 0} loading={saving}>
            {words.save(taken.length)}
          </Button>
        </>
      }
    >
      {unread.length > 0 && <Lines name="unread" title={words.unread(unread.length)} what={words.why} lines={unread} />}
      {problems.length > 0 && (
        <Lines
          name="problems"
          title={`${words.problemsTitle}（${problems.length}）`}
          aside={words.problemsHint}
          what={words.where}
          lines={problems}
        />
      )}
      <Panel name="forms" title={words.forms} flush>
        <PlainTable
          label={words.forms}
          columns={[
            { title: words.take, width: 50 },
            { title: RATING.person, width: 150 },
            { title: RATING.union, width: 170 },
            { title: words.state, width: 230 },
            { title: RATING.score, align: 'right', width: 80 },
            { title: RATING.months, align: 'right', width: 60 },
            { title: RATING.bonus, align: 'right', width: 60 },
            { title: RATING.penalty, align: 'right', width: 60 },
            { title: RATING.comment },
          ]}
          rows={ratings.map(each => ({
            key: each.key,
            cells: [
              <Checkbox
                key="take"
                size="xs"
                aria-label={words.takeOf(each.instructor.name)}
                disabled={each.state === 'same'}
                checked={each.state !== 'same' && !left.has(each.key)}
                onChange={event => {
                  const next = new Set(left)
                  if (event.currentTarget.checked) next.delete(each.key)
                  else next.add(each.key)
                  setLeft(next)
                }}
              />,
              labels.get(each.instructor.id) ?? each.instructor.name,
              each.rating.by || each.source.name,
              <div key="state">
                <ToneBadge tone={TONES[each.state]}>{words[each.state]}</ToneBadge>
                {each.state === 'updated' && (
                  <Text size="xs" c="dimmed" mt={2}>
                    {ratingChanges(each, evaluation.scheme)}
                  </Text>
                )}
                <OnlineFiles year={evaluation.year} files={each.files} />
              </div>,
              scoreText(each, each.rating, evaluation.scheme.grades),
              each.rating.months ?? '—',
              each.rating.bonus ?? '—',
              each.rating.penalty ?? '—',
              each.rating.comment ?? '',
            ],
          }))}
        />
      </Panel>
    </Page>
  )
}

function scoreText({ component }: CollectedRating, rating: RatingDraft | null, grades: readonly Grade[]): string {
  const total = rating && ratingCellsTotal(ratingCells(rating, grades), component)
  return total ? roundHalfUp(total, 2) : '—'
}

type LinesProps = {
  readonly name: string
  readonly title: string
  readonly aside?: string
  readonly what: string
  readonly lines: readonly CollectedLine[]
}

function Lines({ name, title, aside, what, lines }: LinesProps) {
  return (
    <Panel
      name={name}
      title={title}
      aside={
        aside !== undefined && (
          <Text size="sm" c="dimmed">
            {aside}
          </Text>
        )
      }
      flush
    >
      <PlainTable
        label={title}
        columns={[{ title: RATING.preview.file }, { title: what }]}
        rows={lines.map((line, index) => ({ key: String(index), cells: [line.path, line.words] }))}
      />
    </Panel>
  )
}
