import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { inlinePage } from '../ballot-page/inline-page.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [inlinePage()],
  build: {
    outDir: at('../../out/report-page'),
    emptyOutDir: true,
    // As the ballot page: the browsers of the last six years.
    target: ['chrome80', 'safari14'],
    cssTarget: ['chrome80', 'safari14'],
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'iife' } },
  },
})
