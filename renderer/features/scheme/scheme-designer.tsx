import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { readSchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { settleVariants } from '#shared/domain/scheme/design/edit-variants.ts'
import { sameScheme } from '#shared/domain/scheme/same-scheme.ts'
import { BasicsEditor } from './basics-editor.tsx'
import { ComponentEditor } from './component-editor.tsx'
import { ComponentsEditor } from './components-editor.tsx'
import classes from './design.module.css'
import { DesignBar } from './design-bar.tsx'
import { DesignContext } from './designing.ts'
import { FaultsContext, faultWordsOf } from './fault-words-of.ts'
import { GradesEditor } from './grades-editor.tsx'
import { RulesEditor } from './rules-editor.tsx'
import type { KeptDesign } from './use-design-draft.ts'
import { VariantsEditor } from './variants-editor.tsx'

type SchemeDesignerProps = {
  readonly kept: KeptDesign
  readonly recovered: boolean
  readonly onChange: (kept: KeptDesign) => void
  /** Saved or given up: the draft is forgotten and the scheme shown. */
  readonly onDone: () => Promise<void>
}

/** The scheme taken apart for changing: every part of it in place, checked while it is typed. */
export function SchemeDesigner({ kept, recovered, onChange, onDone }: SchemeDesignerProps) {
  const { evaluation } = useYearData()
  const { base, scheme } = kept
  const read = useMemo(() => readSchemeDraft(scheme), [scheme])
  const faultAt = useMemo(() => faultWordsOf(read.ok ? [] : read.error), [read])
  const stale = !sameScheme(base, evaluation.scheme)
  const counted = schemeStage(evaluation) === 'counted'
  const designing = useMemo(
    () => ({ draft: scheme, base, set: (next: typeof scheme) => onChange({ base, scheme: settleVariants(next) }) }),
    [scheme, base, onChange],
  )
  return (
    <DesignContext value={designing}>
      <FaultsContext value={faultAt}>
        <Page
          name="scheme-design"
          title={SCHEME_DESIGN.title}
          lead={counted ? SCHEME_DESIGN.leadCounted : SCHEME_DESIGN.lead}
        >
          {stale ? <Notice>{SCHEME_DESIGN.stale}</Notice> : recovered && <Notice>{SCHEME_DESIGN.recovered}</Notice>}
          {(evaluation.plans?.length ?? 0) > 0 && !counted && <Notice>{SCHEME_DESIGN.planned}</Notice>}
          <Stack gap="md" className={classes['parts']}>
            <BasicsEditor />
            <ComponentsEditor />
            {scheme.components.map((component, index) => (
              <ComponentEditor key={component.id} component={component} path={`scheme.components[${index}]`} />
            ))}
            <GradesEditor />
            <RulesEditor />
            <VariantsEditor />
          </Stack>
          <DesignBar read={read} kept={kept} changed={!sameScheme(base, scheme)} stale={stale} onDone={onDone} />
        </Page>
      </FaultsContext>
    </DesignContext>
  )
}
