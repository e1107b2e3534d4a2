import type { CallInput } from '#shared/contract/contract.ts'

type Power = CallInput<'meeting.readiness'>['power']
/** The Battery Status API, which TypeScript's DOM types lack and not every browser has. */
type WithBattery = { getBattery?: () => Promise<{ readonly charging: boolean; readonly level: number }> }

/** The battery as the browser tells it; `undefined` where it does not (the host may know). */
export async function readBattery(from: WithBattery = navigator as WithBattery): Promise<Power> {
  try {
    const battery = await from.getBattery?.()
    return battery && { plugged: battery.charging, percent: Math.round(100 * Math.min(1, Math.max(0, battery.level))) }
  } catch {
    // A browser may refuse by its policy.
    return undefined
  }
}
