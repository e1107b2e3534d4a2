import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Puts the one script and the one style into the page itself: a phone asks the station for one file. */
function inline(): Plugin {
  return {
    name: 'inline',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('no page was built')
      let html = String(page.source)
      for (const [name, file] of Object.entries(bundle)) {
        if (file === page) continue
        const text = file.type === 'chunk' ? file.code.trim() : String(file.source).trim()
        const tag = file.type === 'chunk' ? 'script' : 'style'
        if (text.toLowerCase().includes(`</${tag}`) || text.includes('<!--'))
          throw new Error(`${name} ends its own tag`)
        const open =
          file.type === 'chunk'
            ? /<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/
            : /<link rel="stylesheet"[^>]*>/
        if (!open.test(html)) throw new Error(`the page does not ask for ${name}`)
        html = html.replace(open, '')
        // A script runs when the page is there; the style before it is shown. `$` in the text must stay what it is.
        html = html.replace(tag === 'script' ? '</body>' : '</head>', end => `<${tag}>${text}</${tag}>\n${end}`)
        delete bundle[name]
      }
      page.source = html
    },
  }
}

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [inline()],
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
