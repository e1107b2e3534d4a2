import { Button, Checkbox, Grid, Group, Radio, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { useJob } from '#renderer/jobs/use-job.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { SHEETS_A_VOLUME } from '#shared/contract/sheets.ts'
import { packEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { FormsPanel } from './forms-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PreviewButton } from './preview-button.tsx'
import { printerOf } from './printer.ts'
import { type SheetChoice, sheetCount } from './sheet-choice.ts'

/** The form that another page sent for; else all but those that concern only some people, who are named with them. */
function firstForms(wanted: string | null): ReadonlySet<string> {
  if (forms.some(form => form.id === wanted)) return new Set([wanted ?? ''])
  return new Set(forms.filter(form => form.per === 'year' || !form.concerns).map(form => form.id))
}

/** What to print. */
export function ChoiceView() {
  const { row, evaluation, score } = useYearData()
  const [parameters] = useSearchParams()
  const year = useMemo(() => yearData(evaluation, score), [evaluation, score])
  const { runner } = useJob(printerOf)
  const { client } = useHost()
  useEffect(() => {
    // When the page itself is drawn.
    const asked = requestIdleCallback(() => void client.request('sheets.prepare', {}))
    return () => cancelIdleCallback(asked)
  }, [client])
  const [choice, setChoice] = useState<SheetChoice>(() => ({ forms: firstForms(parameters.get('form')), people: null }))
  const count = sheetCount(choice, forms, year)
  const [word, setWord] = useState(false)
  const [bound, setBound] = useState(false)
  const notices = forms.filter(form => form.notice !== undefined && choice.forms.has(form.id))
  const words = sheetCount(choice, notices, year)
  const problem = choice.forms.size === 0 ? SHEETS.nothing : count === 0 ? SHEETS.noPeople : null
  const asked = () => ({
    evaluation: packEvaluation(evaluation),
    forms: [...choice.forms],
    instructors: choice.people && [...choice.people],
    sample: row.sample,
  })
  const start = () => runner.start(() => ({ ...asked(), word, bound }))
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5, lg: 4 }}>
        <FormsPanel chosen={choice.forms} onChange={chosen => setChoice({ ...choice, forms: chosen })} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7, lg: 8 }}>
        <Stack gap="md">
          <PeoplePanel
            people={evaluation.instructors}
            chosen={choice.people}
            onChange={people => setChoice({ ...choice, people })}
          />
          <Radio.Group
            label={SHEETS.files}
            value={bound ? 'bound' : 'each'}
            onChange={value => setBound(value === 'bound')}
          >
            <Group mt={6} gap="xl" align="flex-start">
              <Radio value="each" label={SHEETS.eachOne} />
              <Radio
                value="bound"
                label={SHEETS.bound}
                description={SHEETS.boundHint(Math.ceil(count / SHEETS_A_VOLUME))}
              />
            </Group>
          </Radio.Group>
          {words > 0 && (
            <Checkbox
              label={SHEETS.alsoWord(words)}
              description={SHEETS.wordForms(notices.map(form => form.title))}
              checked={word}
              onChange={event => setWord(event.currentTarget.checked)}
            />
          )}
          <Group>
            <Button
              size="md"
              leftSection={<IconPrinter size={18} />}
              disabled={problem !== null}
              onClick={() => void start()}
            >
              {SHEETS.start(count)}
            </Button>
            <PreviewButton disabled={problem !== null} asked={asked} />
            {problem !== null && (
              <Text c="dimmed" size="sm">
                {problem}
              </Text>
            )}
          </Group>
        </Stack>
      </Grid.Col>
    </Grid>
  )
}
