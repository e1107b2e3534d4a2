import { Button, Group, List, Paper, Popover, Text } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { followScheme, type SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import type { readSchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import classes from './design.module.css'
import { designProblems } from './design-problems.ts'
import { LossDialog, useSaveDesign, VersionDialog } from './save-dialogs.tsx'
import { FAULT_COLOUR } from './told-colours.ts'
import type { KeptDesign } from './use-design-draft.ts'

type DesignBarProps = {
  readonly read: ReturnType<typeof readSchemeDraft>
  readonly kept: KeptDesign
  readonly changed: boolean
  readonly stale: boolean
  readonly onDone: () => Promise<void>
}

type Asking =
  | { readonly kind: 'version' | 'discard' }
  | { readonly kind: 'loss'; readonly losses: readonly SchemeLoss[] }

/** Always in sight: the two ways out, and what is still wrong. */
export function DesignBar({ read, kept, changed, stale, onDone }: DesignBarProps) {
  const { evaluation } = useYearData()
  const [asking, ask] = useState<Asking | null>(null)
  const counted = schemeStage(evaluation) === 'counted'
  // What a year's records say to the design is looked up after the typing: no key waits for it.
  const later = useDeferredValue(read)
  const problems = useMemo(() => designProblems(evaluation, later, kept.scheme), [evaluation, later, kept.scheme])
  const save = useSaveDesign(kept, onDone)
  const close = () => ask(null)
  const begin = () => {
    if (!read.ok) return
    const { losses } = followScheme(evaluation, read.value)
    if (counted) ask({ kind: 'version' })
    else if (losses.length > 0) ask({ kind: 'loss', losses })
    else void save([])
  }
  const leave = () => (changed ? ask({ kind: 'discard' }) : void onDone())
  return (
    <Paper withBorder shadow="md" p="sm" className={classes['bar']} data-design-bar>
      <Group gap="sm">
        <Button disabled={!read.ok || problems.length > 0 || !changed || stale} onClick={begin}>
          {counted ? SCHEME_DESIGN.saveVersion : SCHEME_DESIGN.save}
        </Button>
        <Button variant="default" onClick={leave}>
          {changed ? SCHEME_DESIGN.discard : SCHEME_DESIGN.back}
        </Button>
        <Problems problems={problems} changed={changed} />
      </Group>
      {asking?.kind === 'discard' && (
        <ConfirmDialog
          title={SCHEME_DESIGN.discardTitle}
          confirm={SCHEME_DESIGN.discard}
          cancel={SCHEME_DESIGN.keep}
          dangerous
          onConfirm={onDone}
          onClose={close}
        >
          {SCHEME_DESIGN.discardText}
        </ConfirmDialog>
      )}
      {asking?.kind === 'loss' && (
        <LossDialog losses={asking.losses} onSave={() => save(asking.losses)} onClose={close} />
      )}
      {asking?.kind === 'version' && <VersionDialog onSave={version => save([], version)} onClose={close} />}
    </Paper>
  )
}

function Problems({ problems, changed }: { readonly problems: readonly string[]; readonly changed: boolean }) {
  if (problems.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {changed ? SCHEME_DESIGN.whole : SCHEME_DESIGN.same}
      </Text>
    )
  return (
    <Group gap="xs">
      <Text size="sm" fw={600} c={FAULT_COLOUR} role="status">
        {SCHEME_DESIGN.problems(problems.length)}
      </Text>
      <Popover position="top-start" width={480} shadow="md">
        <Popover.Target>
          <Button size="compact-sm" variant="subtle">
            {SCHEME_DESIGN.showProblems}
          </Button>
        </Popover.Target>
        <Popover.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          <List size="sm" spacing={4} data-problems>
            {problems.map(problem => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Popover.Dropdown>
      </Popover>
    </Group>
  )
}
