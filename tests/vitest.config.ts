import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** electron-vite's `?modulePath` import (a bundled worker's file) as the tests see it: the path of the source. */
const modulePath = {
  name: 'module-path',
  enforce: 'pre' as const,
  load(id: string) {
    const [file, query] = id.split('?')
    return query === 'modulePath' ? `export default ${JSON.stringify(file)}` : null
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        plugins: [modulePath],
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
      },
      {
        plugins: [modulePath],
        test: { name: 'crash', include: ['tests/crash/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
      },
      {
        plugins: [modulePath],
        test: {
          name: 'anonymity',
          include: ['tests/anonymity/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/build-once.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
