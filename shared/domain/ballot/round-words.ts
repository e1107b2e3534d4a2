type Round = { readonly round: number; readonly component?: string | undefined }
type Rounds = { readonly meetings: readonly Round[]; readonly plans?: readonly Round[] | undefined }

/**
 * 第2轮, where the vote goes through more than one round: then each is named, the first too. Empty where there is one only.
 * Of the year's meetings and plans those of the same component are looked at. Source: ours.
 */
export function roundWords({ round, component }: Round, { meetings, plans = [] }: Rounds): string {
  const differs = (other: Round) => other.component === component && other.round !== round
  return round > 1 || meetings.some(differs) || plans.some(differs) ? `第${round}轮` : ''
}
