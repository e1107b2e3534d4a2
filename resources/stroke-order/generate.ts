import { writeFileSync } from 'node:fs'
import { strokeOrderSource } from './stroke-order-source.ts'

// `node resources/stroke-order/generate.ts` rewrites the table that names are ordered by.

writeFileSync(new URL('../../shared/domain/roster/stroke-order.ts', import.meta.url), strokeOrderSource())
