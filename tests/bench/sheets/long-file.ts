import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { definitionsOf } from './definitions-of.ts'
import { naivePdfmake } from './naive-pdfmake.ts'

const PRINTERS = { ours: renderSheet, naive: naivePdfmake }

export type LongFile = { readonly ms: number; readonly megabytes: number }

/** One file of so many sheets of two pages, in a process of its own: how long it takes, and its most memory. */
export async function longFile(printer: keyof typeof PRINTERS, sheets: number): Promise<LongFile> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), printer, String(sheets)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  for await (const chunk of child.stdout) out += String(chunk)
  return JSON.parse(out) as LongFile
}

async function printHere(printer: keyof typeof PRINTERS, sheets: number): Promise<LongFile> {
  const all = definitionsOf(sheets)
  const apart: Content = { text: '', pageBreak: 'before' }
  const content = all.flatMap((each, index) => (index === 0 ? each.content : [apart, ...each.content]))
  const began = performance.now()
  await PRINTERS[printer]({ ...all[0], content })
  return { ms: performance.now() - began, megabytes: process.resourceUsage().maxRSS / 1024 }
}

if (import.meta.main)
  process.stdout.write(
    JSON.stringify(await printHere(process.argv[2] === 'naive' ? 'naive' : 'ours', Number(process.argv[3]))),
  )
