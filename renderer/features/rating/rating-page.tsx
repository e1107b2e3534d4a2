import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { RatingPanel } from './rating-panel.tsx'

/** What the unions have rated, and who is still to be rated, read only. */
export function RatingPage() {
  const components = ratingComponents(useYearData().evaluation.scheme)
  return (
    <Page name="rating" title={RATING.title} lead={RATING.lead}>
      {components.length === 0 && (
        <Panel>
          <EmptyNote title={RATING.none} text={RATING.noneText} />
        </Panel>
      )}
      {components.map(component => (
        <RatingPanel key={component.id} component={component} />
      ))}
    </Page>
  )
}
