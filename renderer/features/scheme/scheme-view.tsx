import { Button, Group, SimpleGrid, Text } from '@mantine/core'
import { IconCalculator, IconEdit } from '@tabler/icons-react'
import { Notice } from '#renderer/components/notice.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { ComponentPanel } from './component-panel.tsx'
import { ComponentsPanel } from './components-panel.tsx'
import { GradesPanel } from './grades-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { LockButton } from './lock-button.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { useDesignWaits } from './use-design-draft.ts'
import { VariantsPanel } from './variants-panel.tsx'
import { VersionPanel } from './version-panel.tsx'

type SchemeViewProps = { readonly onDesign: () => void; readonly onWhatIf: () => void }

/** The scheme as it stands: everything the score follows from, on one page. */
export function SchemeView({ onDesign, onWhatIf }: SchemeViewProps) {
  const { evaluation } = useYearData()
  const { scheme, publication, closed } = evaluation
  const stage = schemeStage(evaluation)
  const appraised = appraisedWord(scheme)
  // Versions are only ever added: their number tells them apart.
  const versions = (publication?.versions ?? []).map((version, index) => ({ key: index, version, number: index + 1 }))
  const actions = !closed && (
    <>
      {stage !== 'counted' && (
        <Button variant="default" leftSection={<IconCalculator size={16} />} onClick={onWhatIf}>
          {PUBLICATION.whatIf}
        </Button>
      )}
      {stage !== 'published' && (
        <Button variant="default" leftSection={<IconEdit size={16} />} onClick={onDesign}>
          {stage === 'counted' ? PUBLICATION.editVersion : PUBLICATION.edit}
        </Button>
      )}
      <LockButton stage={stage} />
    </>
  )
  return (
    <Page name="scheme" title={SCHEME.title} lead={SCHEME.lead(scheme.name, appraised)} actions={actions}>
      {!closed && <StageNotice onDesign={onDesign} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <ComponentsPanel scheme={scheme} />
        <GradesPanel scheme={scheme} />
      </SimpleGrid>
      {scheme.components.map(component => (
        <ComponentPanel key={component.id} component={component} appraised={appraised} />
      ))}
      <RulesPanel scheme={scheme} />
      <VariantsPanel />
      {versions.map(({ key, ...version }) => (
        <VersionPanel key={key} {...version} />
      ))}
      {publication && <HistoryPanel publication={publication} />}
    </Page>
  )
}

/** How far the scheme is settled, and a half-done design that waits. */
function StageNotice({ onDesign }: { readonly onDesign: () => void }) {
  const { evaluation } = useYearData()
  const waits = useDesignWaits()
  const stage = schemeStage(evaluation)
  const { publishedOn, by } = evaluation.publication ?? {}
  const words =
    stage === 'counted'
      ? PUBLICATION.counted
      : publishedOn === undefined
        ? PUBLICATION.open
        : PUBLICATION.published(publishedOn, by ?? '')
  return (
    <>
      <Notice colour={stage === 'open' ? 'var(--pingyi-lack)' : 'var(--mantine-primary-color-filled)'}>{words}</Notice>
      {waits && stage !== 'published' && (
        <Notice>
          <Group gap="sm">
            <Text inherit>{PUBLICATION.draft}</Text>
            <Button size="compact-sm" variant="light" onClick={onDesign}>
              {PUBLICATION.resume}
            </Button>
          </Group>
        </Notice>
      )}
    </>
  )
}
