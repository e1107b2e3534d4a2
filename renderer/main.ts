import '@mantine/core/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '#renderer/app/global.css'
import { config } from 'zod'

// Zod would compile its schemas with `new Function`, which the page's policy forbids: even the attempt is reported as a
// violation. It must be told before the first schema is made, so the app itself is imported only after that.
config({ jitless: true })

import('#renderer/app/start.tsx').then(({ start }) => start())

// The shipped font's hundred character ranges: behind the first page, for a bare machine alone needs it.
import('@fontsource-variable/noto-sans-sc/index.css')
