/** A file's bytes as base64, the way a call of the contract takes them; null where the file cannot be read (moved, no access). */
export function fileBase64(file: Blob): Promise<string | null> {
  return new Promise(resolve => {
    const reader = new FileReader()
    reader.onload = () => {
      // A data: URL: the part behind the comma is the content; an empty file has none.
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}
