import {
  IconAdjustmentsHorizontal,
  IconArchive,
  IconBuildingCommunity,
  IconCalculator,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconPrinter,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { SHELL } from '#renderer/strings/shell.ts'

export type StepId = keyof typeof SHELL.steps

export type Step = { readonly id: StepId; readonly label: string; readonly icon: TablerIcon }

const ICONS: Readonly<Record<StepId, TablerIcon>> = {
  roster: IconUsers,
  scheme: IconAdjustmentsHorizontal,
  self: IconFileText,
  ballot: IconChecklist,
  rating: IconBuildingCommunity,
  score: IconCalculator,
  decision: IconGavel,
  sheets: IconPrinter,
  archive: IconArchive,
}

/** The nine steps of the year, in the order of the work; the id is the page's path under the year. */
export const STEPS: readonly Step[] = (Object.keys(SHELL.steps) as StepId[]).map(id => ({
  id,
  label: SHELL.steps[id],
  icon: ICONS[id],
}))
