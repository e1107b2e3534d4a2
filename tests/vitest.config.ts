import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { whyNotElectron } from './electron/electron-or-why.ts'

/** electron-vite's `?modulePath` import (a bundled worker's file) as the tests see it: the path of the source. */
const modulePath = {
  name: 'module-path',
  enforce: 'pre' as const,
  load(id: string) {
    const [file, query] = id.split('?')
    return query === 'modulePath' ? `export default ${JSON.stringify(file)}` : null
  },
}

// `npm run prove` takes as long as it takes.
const deep = Number(process.env['PINGYI_DEPTH'] ?? '1') > 1
const rigTimeout = deep ? 3_600_000 : 120_000

// The hosts and commands that tests start, and their workers, else compile the same files anew a hundred times.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/pingyi-tests', import.meta.url)) }

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        plugins: [modulePath],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/prove/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          env,
        },
      },
      {
        plugins: [modulePath],
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          exclude: ['tests/crash/pages/**'],
          environment: 'node',
          env,
          testTimeout: rigTimeout,
        },
      },
      {
        plugins: [modulePath],
        test: {
          name: 'anonymity',
          include: ['tests/anonymity/**/*.test.ts'],
          exclude: ['tests/anonymity/pages/**'],
          environment: 'node',
          env,
          testTimeout: rigTimeout,
        },
      },
      {
        plugins: [modulePath],
        test: {
          name: 'pages',
          include: ['tests/anonymity/pages/**/*.test.ts', 'tests/crash/pages/**/*.test.ts'],
          environment: 'node',
          env,
          globalSetup: ['tests/e2e/build-once.ts'],
          fileParallelism: false,
          testTimeout: rigTimeout,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [modulePath],
        test: {
          name: 'doors',
          include: ['tests/doors/**/*.test.ts'],
          environment: 'node',
          env,
          testTimeout: rigTimeout,
        },
      },
      {
        test: {
          name: 'e2e',
          // A browser on a loaded machine: a step that took too long is tried once more there, and told as retried.
          retry: process.env['CI'] ? 1 : 0,
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          env,
          globalSetup: ['tests/e2e/build-once.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      ...(whyNotElectron() === null
        ? [
            {
              test: {
                name: 'electron',
                include: ['tests/electron/**/*.test.ts'],
                environment: 'node' as const,
                globalSetup: ['tests/e2e/build-once.ts'],
                fileParallelism: false,
                testTimeout: 90_000,
                hookTimeout: 180_000,
              },
            },
          ]
        : []),
    ],
  },
})
