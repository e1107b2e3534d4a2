import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type QrModules, qrModules } from '#electron/host/sheets/pdf/qr-modules.ts'

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

const TEXTS = [
  ...Array.from({ length: 40 }, (_, index) => `PY1:2026:evaluation-record:i${index}:${index}f86d081a3:1/2`),
  `PY1:2026:score-statement:~0123456789ab:0123456789:999/999`,
  'http://192.168.137.1:8080/#ABCD-EFGH-JKLM',
  '1',
]

/** The code as a camera sees it: three points a module, the quiet zone around it. */
function picture({ size, dark }: QrModules) {
  const side = 3 * (size + 8)
  const data = new Uint8ClampedArray(4 * side * side).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / 3) - 4, Math.floor(x / 3) - 4]
      const inside = row >= 0 && row < size && column >= 0 && column < size
      if (inside && dark[row * size + column] === 1) data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3)
    }
  return { data, width: side, height: side, colorSpace: 'srgb' as const }
}

// A mask told wrong, a module out of its place: the signed sheet that comes back is filed by hand.
it('is read back as what it says', async () => {
  for (const text of TEXTS) {
    const found = await readBarcodes(picture(qrModules(text, 'M')) as ImageData, { formats: ['QRCode'] })
    expect(found.map(code => code.text)).toEqual([text])
  }
})

// The code that is easiest to draw instead of that which is easiest to read.
it('mostly has the mask that another library takes for the best', () => {
  const same = TEXTS.filter(text => {
    const ours = qrModules(text, 'M')
    const theirs = encode(text, { ecc: 'M', border: 0 }).data.flat()
    return theirs.every((isDark, at) => Number(isDark) === ours.dark[at])
  })
  expect(same.length).toBeGreaterThan(TEXTS.length / 2)
})
