import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPower } from '#electron/host/meeting/battery.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-power-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function supply(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(folder, name))
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), `${text}\n`)
}

// Catches: a laptop that dies in the middle because a mouse's battery was full, or a desktop said to be empty.
test('the computer’s own battery is told, and nothing else’s', async () => {
  await supply('hidpp_battery_0', { type: 'Battery', scope: 'Device', capacity: '90', status: 'Discharging' })
  expect(await readPower(folder)).toBeNull()
  await supply('BAT0', { type: 'Battery', capacity: '37', status: 'Discharging' })
  await supply('AC', { type: 'Mains', online: '0' })
  expect(await readPower(folder)).toEqual({ plugged: false, percent: 37 })
  await writeFile(join(folder, 'AC', 'online'), '1\n')
  expect(await readPower(folder)).toEqual({ plugged: true, percent: 37 })
  expect(await readPower(join(folder, 'none'))).toBeNull()
})
