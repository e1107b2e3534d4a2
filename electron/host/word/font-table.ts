// The fonts of a notice for machines that lack them: Word takes the first of the other names that it has. 仿宋_GB2312 and
// 方正小标宋简体 come with WPS and with offices' own installations, 仿宋 and 宋体 with every Chinese Windows.
const FONTS: readonly { readonly name: string; readonly others: string; readonly pitch: 'fixed' | 'variable' }[] = [
  { name: '仿宋_GB2312', others: '仿宋,FangSong,STFangsong', pitch: 'fixed' },
  { name: '方正小标宋简体', others: '华文中宋,STZhongsong,宋体', pitch: 'variable' },
  { name: '黑体', others: 'SimHei', pitch: 'fixed' },
  { name: '宋体', others: 'SimSun', pitch: 'variable' },
]

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** `word/fontTable.xml`: every Chinese font of a notice, with what stands in for it (ECMA-376, 17.8.3.1). */
export function fontTable(): string {
  const fonts = FONTS.map(
    ({ name, others, pitch }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="${pitch}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`
}
