import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How a computer is powered: on the mains or not, and the battery's charge in percent where it tells. */
export type Power = { readonly plugged: boolean; readonly percent: number | null }

/** Where Linux tells of batteries and the mains (Documentation/ABI/testing/sysfs-class-power). */
export const POWER_SUPPLY = '/sys/class/power_supply'

/** The power as the system tells it; `null` where it does not, or has no battery to tell of. */
export async function readPower(folder: string = POWER_SUPPLY): Promise<Power | null> {
  const supplies = await readdir(folder).catch(() => [])
  let percent: number | null = null
  let battery = false
  let plugged = false
  for (const name of supplies) {
    const read = async (file: string) => (await readFile(join(folder, name, file), 'utf8').catch(() => '')).trim()
    const [type, scope] = [await read('type'), await read('scope')]
    // A mouse's or a pen's own battery is not the computer's.
    if (type === 'Battery' && scope !== 'Device') {
      battery = true
      const capacity = await read('capacity')
      if (/^[0-9]{1,3}$/.test(capacity)) percent = Math.min(percent ?? 100, Number(capacity))
      plugged ||= /^(Charging|Full|Not charging)$/.test(await read('status'))
    } else if (type === 'Mains' || type === 'USB') plugged ||= (await read('online')) === '1'
  }
  return battery ? { plugged, percent } : null
}
