/** One thing in which an archive is not as it was made. Paths are relative to the archive, with `/`. */
export type Finding = {
  readonly kind:
    | 'manifest'
    | 'changed'
    | 'missing'
    | 'new'
    | 'renamed'
    | 'not-a-file'
    | 'unreadable'
    | 'pages'
    | 'catalogue'
    | 'results'
    | 'recount'
    | 'scheme'
    | 'chain'
    | 'destruction'
    | 'destroyed'
  readonly path: string
  /** What else is to be said, in Chinese; the new name of a renamed file. */
  readonly detail?: string
}

const WORDS: Readonly<Record<Finding['kind'], string>> = {
  manifest: '清单已损坏或被改动',
  changed: '已改动',
  missing: '缺失',
  new: '多出',
  renamed: '已改名',
  'not-a-file': '不是普通文件',
  unreadable: '无法读取',
  pages: '页数不符',
  catalogue: '目录不符',
  results: '计分不符',
  recount: '复算不符',
  scheme: '方案不符',
  chain: '与原卷不符',
  destruction: '销毁记录不符',
  destroyed: '已记为销毁而仍在',
}

const ENCODED = '（看上去相同，文件名的编码形式变了，内容一致；多因经 macOS 复制，请用原来的压缩包或优盘重新复制）'

/** Two names that a person cannot tell apart: é as one character or as two, which some systems exchange in a copy. */
function looksAlike(path: string, other: string | undefined): boolean {
  return other !== undefined && path.normalize('NFC') === other.normalize('NFC')
}

/** One line: `已改动：data/results.json`. Control characters of a name are shown as `\u000a`, so that it stays one. */
export function findingLine({ kind, path, detail }: Finding): string {
  const renamed = kind === 'renamed' ? ` → ${detail}${looksAlike(path, detail) ? ENCODED : ''}` : null
  const more = detail === undefined ? '' : (renamed ?? `（${detail}）`)
  return `${WORDS[kind]}：${path}${more}`.replaceAll(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    character => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
