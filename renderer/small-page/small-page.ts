import { fileURLToPath } from 'node:url'
import type { Plugin, UserConfig } from 'vite'
import { inlinePage } from './inline-page.ts'

/** What the pages' browsers understand, those of the last six years; BigInt is there, what came later is not. */
const BROWSERS = ['chrome80', 'safari14']

/** How a page outside of the app is built: `renderer/<name>` into the one file `out/<name>/index.html`. */
export function smallPage(name: string): UserConfig {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  return {
    root: at(`../${name}`),
    base: './',
    plugins: [commonHead(), inlinePage()],
    build: {
      outDir: at(`../../out/${name}`),
      emptyOutDir: true,
      target: BROWSERS,
      cssTarget: BROWSERS,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'iife' } },
    },
  }
}

const META = {
  viewport: 'width=device-width, initial-scale=1, viewport-fit=cover',
  // A code or a phone number is no link.
  'format-detection': 'telephone=no',
  referrer: 'no-referrer',
}

/** What stands in every page's head beside its title. */
function commonHead(): Plugin {
  const meta = Object.entries(META).map(([name, content]) => ({ tag: 'meta', attrs: { name, content } }))
  return {
    name: 'common-head',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' as const },
      ...meta.map(tag => ({ ...tag, injectTo: 'head' as const })),
      // Nothing is asked for that is not there.
      { tag: 'link', attrs: { rel: 'icon', href: 'data:,' }, injectTo: 'head' as const },
    ],
  }
}
