import { SimpleGrid } from '@mantine/core'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { ComponentPanel } from './component-panel.tsx'
import { ComponentsPanel } from './components-panel.tsx'
import { GradesPanel } from './grades-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'

/** The scheme, read only: everything the score follows from, on one page. */
export function SchemePage() {
  const { scheme } = useYearData().evaluation
  return (
    <Page name="scheme" title={SCHEME.title} lead={SCHEME.lead(scheme.name)}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <ComponentsPanel scheme={scheme} />
        <GradesPanel scheme={scheme} />
      </SimpleGrid>
      {scheme.components.map(component => (
        <ComponentPanel key={component.id} component={component} />
      ))}
      <RulesPanel scheme={scheme} />
    </Page>
  )
}
