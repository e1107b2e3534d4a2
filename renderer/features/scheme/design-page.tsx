import { SchemeDesigner } from './scheme-designer.tsx'
import { useDesignDraft } from './use-design-draft.ts'

/** The designer over what was kept of a half-done design. */
export function DesignPage({ onLeave }: { readonly onLeave: () => void }) {
  const { value, recovered, set, drop } = useDesignDraft()
  if (value === undefined) return null
  const done = async () => {
    await drop()
    onLeave()
  }
  return <SchemeDesigner kept={value} recovered={recovered} onChange={set} onDone={done} />
}
