import { writeFileSync } from 'node:fs'
import { sampleText } from './sample-year.ts'

// `npm run sample` rewrites the sample year, byte for byte the same until something here changes.

writeFileSync(new URL('2026.pingyi.json', import.meta.url), sampleText())
