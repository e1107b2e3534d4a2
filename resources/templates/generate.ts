import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { TEMPLATES } from '#resources/templates/templates.ts'

// Writes the form templates beside this file, or into the folder that is named.
const folder = process.argv[2] ?? import.meta.dirname
await mkdir(folder, { recursive: true })
for (const { file, form } of TEMPLATES) await writeFile(join(folder, file), writeForm(form))
