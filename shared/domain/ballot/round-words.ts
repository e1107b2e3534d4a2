type Round = { readonly round: number; readonly component?: string | undefined }

/**
 * 第2轮, where the vote went through more than one round: then each is named, the first too. Empty where there was one only.
 * `all`: the year's meetings or plans, of which those of the same component are looked at. Source: ours.
 */
export function roundWords({ round, component }: Round, all: readonly Round[]): string {
  const several = round > 1 || all.some(other => other.component === component && other.round !== round)
  return several ? `第${round}轮` : ''
}
