import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { inlinePage } from './inline-page.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [inlinePage()],
  build: {
    outDir: at('../../out/ballot-page'),
    emptyOutDir: true,
    // What the page's own browsers understand; BigInt is there, what came later is not.
    target: ['chrome80', 'safari14'],
    cssTarget: ['chrome80', 'safari14'],
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'iife' } },
  },
})
