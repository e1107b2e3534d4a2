import { Button, Group, Menu, TextInput } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { APPRAISED } from '#shared/domain/scheme/appraised.ts'
import { SCHEME_TEMPLATES, type SchemeTemplate } from '#shared/domain/scheme/templates/templates.ts'
import { useDesigning } from './designing.ts'
import { useFaultAt } from './fault-words-of.ts'

/** The scheme's name, whom it is about, and the templates. */
export function BasicsEditor() {
  const { draft, set } = useDesigning()
  const [chosen, choose] = useState<SchemeTemplate | null>(null)
  const { appraised, ...rest } = draft
  return (
    <Panel title={SCHEME_DESIGN.basics} aside={<TemplateMenu onChoose={choose} />}>
      <Group align="flex-start" grow>
        <TextInput
          label={SCHEME_DESIGN.name}
          value={draft.name}
          onChange={event => set({ ...draft, name: event.currentTarget.value })}
          error={useFaultAt('scheme.name')}
        />
        <TextInput
          label={SCHEME_DESIGN.appraised}
          description={SCHEME_DESIGN.appraisedHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={APPRAISED}
          value={appraised ?? ''}
          onChange={event => {
            const word = event.currentTarget.value
            set(word === '' ? rest : { ...rest, appraised: word })
          }}
          error={useFaultAt('scheme.appraised')}
        />
      </Group>
      {chosen && (
        <ConfirmDialog
          title={SCHEME_DESIGN.applyTitle(chosen.scheme.name)}
          confirm={SCHEME_DESIGN.apply}
          onConfirm={() => set(appraised === undefined ? chosen.scheme : { ...chosen.scheme, appraised })}
          onClose={() => choose(null)}
        >
          {chosen.about}。{SCHEME_DESIGN.applyText}
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function TemplateMenu({ onChoose }: { readonly onChoose: (template: SchemeTemplate) => void }) {
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" leftSection={<IconTemplate size={15} />}>
          {SCHEME_DESIGN.applyTemplate}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEME_TEMPLATES.map(template => (
          <Menu.Item key={template.id} onClick={() => onChoose(template)}>
            <b>{template.scheme.name}</b>
            <br />
            {template.about}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
