import { Anchor, Button, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import { type Suggestion, suggestionState } from '#shared/domain/ballot/suggestion/suggestion.ts'
import { SuggestionForm } from './suggestion-form.tsx'

const words = SUGGESTIONS.register

type State = ReturnType<typeof suggestionState>
const TONES: Readonly<Record<State, 'complete' | 'lacking' | 'quiet'>> = {
  open: 'lacking',
  assigned: 'quiet',
  overdue: 'lacking',
  done: 'complete',
}

/** 意见建议办理台账: who answers each by when, and the answer. Shown as soon as a teller has released any. */
export function SuggestionRegister() {
  const { row, evaluation } = useYearData()
  const [open, setOpen] = useState<string | null>(null)
  const suggestions = evaluation.suggestions ?? []
  if (suggestions.length === 0) return null
  const now = today()
  const numberOf = (suggestion: Suggestion) => suggestions.indexOf(suggestion) + 1
  const columns: readonly Column<Suggestion>[] = [
    { id: 'number', title: words.number, width: 56, align: 'right', cell: numberOf },
    {
      id: 'text',
      title: words.words,
      cell: suggestion => (
        <Anchor component="button" type="button" ta="left" inherit onClick={() => setOpen(suggestion.id)} data-row-link>
          <Text span inherit lineClamp={2}>
            {suggestion.text}
          </Text>
        </Anchor>
      ),
    },
    { id: 'responsible', title: words.responsible, cell: ({ responsible }) => responsible ?? '' },
    { id: 'due', title: words.due, whole: true, cell: ({ due }) => due ?? '' },
    {
      id: 'state',
      title: words.state,
      whole: true,
      cell: suggestion => {
        const state = suggestionState(suggestion, now)
        return <StateMark tone={TONES[state]}>{words.states[state]}</StateMark>
      },
    },
  ]
  const done = suggestions.filter(({ answered }) => answered !== undefined).length
  const chosen = suggestions.find(({ id }) => id === open)
  return (
    <Panel
      title={words.title}
      name="suggestion-register"
      flush
      aside={
        <Button
          component={Link}
          to={`/${row.year}/sheets`}
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={15} />}
        >
          {words.sheet}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" px="md" py="sm">
        {words.progress(done, suggestions.length)}。{words.text}
      </Text>
      <DataTable
        label={words.title}
        columns={columns}
        rows={suggestions}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
      />
      {chosen && (
        <SuggestionForm
          key={chosen.id}
          suggestion={chosen}
          number={numberOf(chosen)}
          readOnly={evaluation.closed !== undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  )
}
