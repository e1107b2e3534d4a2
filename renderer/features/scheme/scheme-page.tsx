import { useSearchParams } from 'react-router'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { DesignPage } from './design-page.tsx'
import { SchemeView } from './scheme-view.tsx'
import { WhatIfPage } from './what-if-page.tsx'

/** The scheme: read, taken apart for changing, or tried out. Which of them stands in the address and outlives a reload. */
export function SchemePage() {
  const { evaluation } = useYearData()
  const [params, setParams] = useSearchParams()
  const view = params.get('view')
  const show = (next: 'design' | 'what-if' | null) => setParams(next === null ? {} : { view: next })
  const locked = evaluation.closed !== undefined || schemeStage(evaluation) === 'published'
  if (view === 'design' && !locked) return <DesignPage onLeave={() => show(null)} />
  if (view === 'what-if') return <WhatIfPage onLeave={() => show(null)} />
  return <SchemeView onDesign={() => show('design')} onWhatIf={() => show('what-if')} />
}
