import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { StationPage } from './station-page.ts'

/** The ballot page as it was built, one file with everything inside; `null` where it has not been built. */
export async function builtPage(path: string): Promise<StationPage | null> {
  try {
    return stationPage(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * A page whose policy allows exactly its own inline scripts and styles, each by the hash of its text: whatever a name on
 * the list or a broken router would slip in does not run. It may ask this station and nobody else.
 */
export function stationPage(html: string): StationPage {
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${hashes(html, 'script')}`,
    `style-src ${hashes(html, 'style')}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return { html: new TextEncoder().encode(html), contentSecurityPolicy }
}

function hashes(html: string, tag: 'script' | 'style'): string {
  // The parser turns CR LF into LF before anything is hashed; a built page has neither CR nor a tag inside a tag.
  const inline = html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^]*?)</${tag}>`, 'g'))
  const found = [...inline].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return found.length > 0 ? found.join(' ') : "'none'"
}
