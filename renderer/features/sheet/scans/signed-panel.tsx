import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import { signedForms } from '#shared/sheets/scans/signed-forms.ts'
import { yearData } from '#shared/sheets/year-data.ts'

const MOST_NAMES = 9

/** Which sheets came back signed, and whose are missing. */
export function SignedPanel() {
  const { evaluation, score } = useYearData()
  const forms = useMemo(() => signedForms(yearData(evaluation, score), evaluation.attached), [evaluation, score])
  const names = personLabels(evaluation.instructors)
  return (
    <Panel title={SCANS.signed} name="signed" flush>
      <PlainTable
        label={SCANS.signed}
        columns={[
          { title: SCANS.form, width: 220 },
          { title: SCANS.due, align: 'right', width: 70 },
          { title: SCANS.filed, align: 'right', width: 80 },
          { title: SCANS.lacking },
        ]}
        rows={forms.map(({ form, due, signed, lacking }) => ({
          key: form.id,
          cells: [
            form.title,
            due,
            signed,
            signed === due ? (
              <StateMark key="all" tone={due === 0 ? 'quiet' : 'complete'}>
                {SCANS.all}
              </StateMark>
            ) : (
              <Text key="lacking" size="sm">
                {lacking.length === 0
                  ? SCANS.wholeYear
                  : SCANS.names(
                      lacking.slice(0, MOST_NAMES).map(({ instructor }) => names.get(instructor.id) ?? instructor.name),
                      Math.max(0, lacking.length - MOST_NAMES),
                    )}
              </Text>
            ),
          ],
        }))}
      />
    </Panel>
  )
}
