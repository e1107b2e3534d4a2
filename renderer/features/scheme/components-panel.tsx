import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

export function ComponentsPanel({ scheme }: { readonly scheme: Scheme }) {
  return (
    <Panel title={SCHEME.components} flush>
      <PlainTable
        label={SCHEME.components}
        columns={[
          { title: SCHEME.component },
          { title: SCHEME.weight, align: 'right', width: 80 },
          { title: SCHEME.missing },
        ]}
        rows={scheme.components.map(component => ({
          key: component.id,
          cells: [component.name, SCHEME.percent(component.weight), SCHEME.whenMissing[component.missing]],
        }))}
      />
    </Panel>
  )
}
