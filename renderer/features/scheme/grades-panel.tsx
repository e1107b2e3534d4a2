import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { SUGGESTION_WORDS } from '#shared/domain/score/words.ts'

export function GradesPanel({ scheme }: { readonly scheme: Scheme }) {
  return (
    <Panel title={SCHEME.grades} flush>
      <PlainTable
        label={SCHEME.grades}
        columns={[{ title: SCHEME.grade }, { title: SCHEME.line }, { title: SCHEME.consequence }]}
        rows={scheme.grades.map((grade, index) => ({
          key: grade.id,
          cells: [
            <ToneBadge key="grade" tone={toneOf(index, scheme.grades.length)}>
              {grade.label}
            </ToneBadge>,
            SCHEME.lineFrom(grade.min),
            grade.consequence === 'award'
              ? `${SUGGESTION_WORDS.award}、${SUGGESTION_WORDS.renew}`
              : SUGGESTION_WORDS[grade.consequence],
          ],
        }))}
      />
    </Panel>
  )
}
