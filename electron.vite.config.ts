import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** pdfjs's decoders of JBIG2, JPEG 2000 and colour profiles, under the names that it asks for. */
const pdfDecoders = {
  name: 'pdf-decoders',
  async generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown }) {
    const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm')
    for (const name of ['jbig2.wasm', 'openjpeg.wasm', 'qcms_bg.wasm'])
      this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source: await readFile(join(folder, name)) })
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: { input: { main: at('electron/main/main.ts') } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload cannot import: one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), pdfDecoders],
    // Workers lie in a folder of their own: electron/host/content-security-policy.ts lets them alone compile WebAssembly.
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
    build: {
      outDir: 'out/renderer',
      // Browser mode runs in the Chromium that a locked-down machine happens to have; Promise.withResolvers sets the floor.
      target: 'chrome119',
      minify: true,
      // pdfjs, fetched when a page is first looked at.
      chunkSizeWarningLimit: 600,
      // Nothing as a data: URL: the page's policy lets fonts come from its own files only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
