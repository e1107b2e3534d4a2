import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url'

export type CodeQuestion = { readonly id: number; readonly picture: ImageData }
export type CodeAnswer = { readonly id: number; readonly texts: readonly string[] }

// The library would fetch its decoder from a server of its own.
prepareZXingModule({ overrides: { locateFile: () => new URL(decoder, self.location.origin).href } })

self.addEventListener('message', (event: MessageEvent<CodeQuestion>) => {
  const { id, picture } = event.data
  const tell = (texts: readonly string[]) => self.postMessage({ id, texts } satisfies CodeAnswer)
  readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryDenoise: true,
    maxNumberOfSymbols: 8,
  }).then(
    found => tell(found.filter(each => each.isValid).map(each => each.text)),
    () => tell([]),
  )
})
