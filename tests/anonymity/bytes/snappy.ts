/** Three bytes copy 64 at the most. */
const MOST_TIMES = 24

/** Unpacks a raw Snappy block; `null` where the bytes are not one. Source: google/snappy, format_description.txt. */
export function unsnap(bytes: Uint8Array): Buffer | null {
  const head = varint(bytes, 0)
  if (!head || head.value === 0 || head.value > MOST_TIMES * bytes.length) return null
  const out = Buffer.alloc(head.value)
  let at = head.next
  let end = 0
  while (at < bytes.length) {
    const tag = bytes[at++] ?? 0
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59)
      const length = 1 + (extra === 0 ? tag >> 2 : little(bytes, at, extra))
      at += extra
      if (at + length > bytes.length || end + length > out.length) return null
      out.set(bytes.subarray(at, at + length), end)
      at += length
      end += length
      continue
    }
    const width = [0, 1, 2, 4][tag & 3] ?? 0
    const length = width === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2)
    const back = width === 1 ? ((tag >> 5) << 8) | (bytes[at] ?? 0) : little(bytes, at, width)
    at += width
    if (at > bytes.length || back === 0 || back > end || end + length > out.length) return null
    // Byte by byte: a copy may overlap what it writes.
    for (let index = 0; index < length; index++, end++) out[end] = out[end - back] ?? 0
  }
  return end === out.length ? out : null
}

/** A number of seven bits a byte, lowest first, and where it ends; `null` where it does not. */
export function varint(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } | null {
  let value = 0
  for (let index = 0; index < 7; index++) {
    const byte = bytes[from + index]
    if (byte === undefined) return null
    value += (byte & 127) * 2 ** (7 * index)
    if (byte < 128) return { value, next: from + index + 1 }
  }
  return null
}

function little(bytes: Uint8Array, from: number, width: number): number {
  let value = 0
  for (let index = width - 1; index >= 0; index--) value = value * 256 + (bytes[from + index] ?? 0)
  return value
}
