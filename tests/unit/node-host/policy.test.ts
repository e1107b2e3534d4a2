import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, policyOf } from '#electron/host/content-security-policy.ts'

// Catches: WebAssembly, or anything that is evaluated, let into the page for the sake of a worker's decoders.
test('only a worker may compile WebAssembly, and nothing may be evaluated', () => {
  for (const path of ['/', '/index.html', '/assets/workers-1.js', '/assets/workers/x.js'])
    expect(policyOf(path)).toBe(CONTENT_SECURITY_POLICY)
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe-eval')
  const worker = policyOf('/workers/pdf-worker-1.js')
  expect(worker).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(worker).not.toContain("'unsafe-eval'")
  expect(worker).not.toContain('unsafe-inline')
  expect(worker).not.toMatch(/https?:/)
})
