import type { Plugin } from 'vite'

/** Puts the one script and the one style into the page itself: a phone asks for one file. */
export function inlinePage(): Plugin {
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
