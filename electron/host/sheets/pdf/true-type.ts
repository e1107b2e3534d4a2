/** The tables of a TrueType font file that a subset of it is made from. Lengths and offsets are bytes. */
export type TrueType = {
  readonly file: Buffer
  readonly table: (tag: string) => Buffer | null
  /** One glyph's outline as it stands in the file; empty for a blank. */
  readonly outline: (glyph: number) => Buffer
  /** A glyph's advance width and left side bearing, four bytes. */
  readonly metrics: (glyph: number) => Buffer
}

/** Reads a TrueType file's directory. Throws where it lacks a table that every TrueType font has (a CFF font, a collection). */
export function readTrueType(file: Buffer): TrueType {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    const start = file.readUInt32BE(entry + 8)
    tables.set(file.toString('latin1', entry, entry + 4), file.subarray(start, start + file.readUInt32BE(entry + 12)))
  }
  const needed = (tag: string): Buffer => {
    const table = tables.get(tag)
    if (!table) throw new Error(`a TrueType font without ${tag}`)
    return table
  }
  const [head, hhea, hmtx, loca, glyf] = [
    needed('head'),
    needed('hhea'),
    needed('hmtx'),
    needed('loca'),
    needed('glyf'),
  ]
  const isLong = head.readInt16BE(50) === 1
  const place = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph))
  const fullMetrics = hhea.readUInt16BE(34)
  return {
    file,
    table: tag => tables.get(tag) ?? null,
    outline: glyph => glyf.subarray(place(glyph), place(glyph + 1)),
    metrics: glyph => {
      if (glyph < fullMetrics) return hmtx.subarray(4 * glyph, 4 * glyph + 4)
      // The last glyphs share one width and state only their bearings.
      const bearing = 4 * fullMetrics + 2 * (glyph - fullMetrics)
      return Buffer.concat([
        hmtx.subarray(4 * fullMetrics - 4, 4 * fullMetrics - 2),
        hmtx.subarray(bearing, bearing + 2),
      ])
    },
  }
}
