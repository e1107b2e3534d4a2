import { Text } from '@mantine/core'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import { noticeWords } from '#shared/domain/roster/registration/notice-words.ts'
import { problemWords } from '#shared/domain/roster/registration/problem-words.ts'
import { missingColumns } from './preview-rows.ts'

/** From here on the problems, and what to look at, have a scroll bar of their own: the people stay in sight below. */
const TALL = 260

/** What of the form needs a person, and what a person should know of it. */
export function Findings({ reading }: { readonly reading: RosterReading }) {
  const { problems, fields } = reading
  const missing = missingColumns(fields)
  // Who is of which kind is asked below.
  const notices = reading.notices.filter(notice => notice.code !== 'kind-assumed')
  const words = ROSTER_IMPORT.problem
  return (
    <>
      {problems.length > 0 && (
        <Panel
          name="problems"
          title={ROSTER_IMPORT.problems(problems.length)}
          aside={
            <Text size="sm" c="dimmed">
              {ROSTER_IMPORT.problemsHint}
            </Text>
          }
          flush
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <section style={{ maxHeight: TALL, overflowY: 'auto' }} tabIndex={0} aria-label={words.words}>
            <PlainTable
              label={ROSTER_IMPORT.problems(problems.length)}
              columns={[
                { title: words.sheet, width: 120 },
                { title: words.row, align: 'right', width: 60 },
                { title: words.column, width: 150 },
                { title: words.words },
              ]}
              rows={problems.map((problem, index) => ({
                key: String(index),
                cells: [problem.sheet, problem.row, problem.column, problemWords(problem)],
              }))}
            />
          </section>
        </Panel>
      )}
      {(notices.length > 0 || missing.length > 0) && (
        <Notice>
          <Text size="sm" fw={600}>
            {ROSTER_IMPORT.notices}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <section style={{ maxHeight: TALL, overflowY: 'auto' }} tabIndex={0} aria-label={ROSTER_IMPORT.notices}>
            <Text component="ul" size="sm" m={0} pl="lg" data-findings>
              {missing.length > 0 && <li>{ROSTER_IMPORT.missing(missing)}</li>}
              {notices.map(notice => {
                const line = noticeWords(notice)
                return <li key={line}>{line}</li>
              })}
            </Text>
          </section>
        </Notice>
      )}
    </>
  )
}
