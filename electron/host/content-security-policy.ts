/**
 * What a page of the app may load, in Electron and in browser mode alike: its own files and nothing of the network.
 * Style attributes are allowed because Mantine sets sizes and colours with them; blobs are the printed sheets.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * What a worker's own script may do: as much, and WebAssembly, which the decoders of scanned pages (JBIG2, JPEG 2000, QR)
 * are. A page that came to run a foreign script still could not compile any; `eval` stays forbidden everywhere.
 */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** The policy of one of the app's files by its URL path: workers lie in a folder of their own. */
export function policyOf(path: string): string {
  return path.startsWith('/workers/') ? WORKER_POLICY : CONTENT_SECURITY_POLICY
}
