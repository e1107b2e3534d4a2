// A range ends where the first of its two bytes changes; Adobe's technical note 5014.
const AT_ONCE = 256

/**
 * The CMap from a font's codes (0 upwards) to the characters that each stands for (`codeCharacters`), so that text can be
 * searched and copied.
 */
export function toUnicodeMap(codes: readonly string[]): string {
  const ranges: string[] = []
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const some = codes.slice(start, start + AT_ONCE)
    ranges.push(`<${hex(start)}> <${hex(start + some.length - 1)}> [${some.join('')}]`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** The characters that a code stands for, as the CMap says them. */
export function codeCharacters(codePoints: readonly number[]): string {
  return `<${codePoints.map(utf16).join('')}>`
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

function utf16(codePoint: number): string {
  if (codePoint < 0x10000) return hex(codePoint)
  const rest = codePoint - 0x10000
  return hex(0xd800 | (rest >> 10)) + hex(0xdc00 | (rest & 0x3ff))
}
