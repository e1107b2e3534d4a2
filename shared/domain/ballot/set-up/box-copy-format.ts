/** How a copied box begins: this line, the extract's length and the urn's in bytes (big-endian), a SHA-256, the extract, the urn. */
export const BOX_COPY_MAGIC = 'pingyi/box-copy 1\n'

/** The bytes before the extract. */
export const BOX_COPY_HEAD = BOX_COPY_MAGIC.length + 8 + 32

/**
 * The evaluation file that travels in a copied box, as UTF-8 bytes, before anything is taken over; `null`: this is no such
 * file. That the rest is whole, the host sees.
 */
export function extractOfCopy(file: Uint8Array): Uint8Array | null {
  const magic = Array.from(BOX_COPY_MAGIC, letter => letter.charCodeAt(0))
  if (file.length < BOX_COPY_HEAD || magic.some((code, place) => file[place] !== code)) return null
  const length = new DataView(file.buffer, file.byteOffset).getUint32(BOX_COPY_MAGIC.length)
  return length > file.length - BOX_COPY_HEAD ? null : file.subarray(BOX_COPY_HEAD, BOX_COPY_HEAD + length)
}
