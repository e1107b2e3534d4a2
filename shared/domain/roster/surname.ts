/** Compound surnames (复姓) of the 百家姓 and those still in use beside it. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 即墨 达奚 褚师 纳兰 爱新觉罗 叶赫那拉'
  ).split(' '),
)

/** The surname of a name written surname first: a compound surname it begins with, otherwise its first character. */
export function surnameOf(name: string): string {
  const characters = [...name]
  for (const length of [4, 2]) {
    const start = characters.slice(0, length).join('')
    if (characters.length >= length && COMPOUND_SURNAMES.has(start)) return start
  }
  return characters[0] ?? ''
}
