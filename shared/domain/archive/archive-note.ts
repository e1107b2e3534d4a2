import { type ArchiveGap, gapDetail } from './archive-gap.ts'
import {
  CATALOGUE_JSON,
  CATALOGUE_PDF,
  CATALOGUE_XLSX,
  DOCUMENTS_FOLDER,
  EVALUATION_JSON,
  MANIFEST,
  NOTE,
  PAPERS,
  RECOUNT_SCRIPT,
  RESULTS_JSON,
  SCHEME_JSON,
  SUPPLEMENT_JSON,
} from './archive-paths.ts'
import type { ArchiveSettings } from './archive-settings.ts'
import type { ArchiveDocument } from './catalogue.ts'
import { compareRetention, retentionWords } from './retention.ts'

const CONTENTS: readonly (readonly [string, string])[] = [
  [`${DOCUMENTS_FOLDER}/`, '全部文件（表格为 PDF，外来文件保持原样），文件名为“档号 题名”'],
  [CATALOGUE_PDF, '目录，供打印装订'],
  [CATALOGUE_XLSX, '同一目录，供录入档案系统'],
  [PAPERS.reviewNote, '盒内文件情况，整理人、检查人签名'],
  [PAPERS.boxSpine, '剪下贴在档案盒盒脊上'],
  [PAPERS.handoverList, '移交档案部门时双方签名'],
  [EVALUATION_JSON, '全年数据：花名册、方案、自评、计票结果、评定、审定。只有票数，没有选票'],
  [RESULTS_JSON, '计分结果'],
  [SCHEME_JSON, '考评方案'],
  [CATALOGUE_JSON, '目录数据'],
  [RECOUNT_SCRIPT, '复算程序，不依赖“评议”软件'],
  [MANIFEST, '以上各文件的 SHA-256 校验值'],
  [NOTE, '本文件'],
]

const SUPPLEMENT_CONTENT: readonly [string, string] = [SUPPLEMENT_JSON, '补充卷数据：接续哪一卷、更正了什么']

function supplementWords({ folder, digest }: { readonly folder: string; readonly digest: string }): string[] {
  return [`本卷为补充卷，接续“${folder}”，其清单的 SHA-256 为 ${digest}`]
}

const CHECKING: readonly string[] = [
  '（一）有“评议”软件的，用命令 pingyi verify 加本文件夹的位置。它逐个列出改动、缺失、多出、改名的文件，核对目录与页数，',
  '　　　并用两套程序重新计分。',
  '（二）没有“评议”软件的，在本文件夹打开命令行窗口，运行',
  `　　　　Linux：sha256sum -c ${MANIFEST}`,
  `　　　　macOS：shasum -a 256 -c ${MANIFEST}`,
  '　　　　Windows（PowerShell，没有输出即全部一致）：',
  `　　　　　　Get-Content ${MANIFEST} -Encoding UTF8 | Where-Object { $_ -notmatch '^#' } | ForEach-Object {`,
  "　　　　　　$h, $f = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $f).Hash -ne $h) { $f } }",
  '　　　这样能查出改动和缺失的文件，查不出多出的文件，多出的请与目录对照。',
  '（三）重新计分，须有 Node.js 18 或以后的版本：',
  `　　　　node ${RECOUNT_SCRIPT} ${EVALUATION_JSON} ${RESULTS_JSON}`,
  '　　　计分规则写在该程序各函数之前，可以逐条对照。',
  `（四）清单不能证明自己：有人可以连同清单一起改。归档时请把 ${MANIFEST} 的 SHA-256 抄在移交清册或备考表上，`,
  '　　　核对时先看它是否一致。',
]

/**
 * 说明文件.txt: what is here, how to check it with and without the app, what is missing. `date` is the day of archiving,
 * ISO. With a byte-order mark and Windows line ends, so that any system's notepad shows it.
 */
export function archiveNote(archive: {
  readonly title: string
  readonly organiser: string
  readonly date: string
  readonly settings: ArchiveSettings
  readonly documents: readonly ArchiveDocument[]
  readonly gaps: readonly ArchiveGap[]
  /** For a supplement: the archive that it continues. */
  readonly supplement: { readonly continues: { readonly folder: string; readonly digest: string } } | null
  /** The sample year's archive says first that it is none. */
  readonly sample?: boolean | undefined
}): string {
  const { settings, documents, gaps, supplement } = archive
  const pages = documents.reduce((total, document) => total + document.pages, 0)
  const lines = [
    `${archive.title}　归档说明`,
    ...(archive.sample ? ['（示例数据，仅供熟悉软件，不是真实的档案）'] : []),
    '',
    `立档单位：${archive.organiser === '' ? '（未填）' : archive.organiser}`,
    `全宗号：${settings.fonds}　机构（问题）：${settings.body}`,
    `归档日期：${archive.date}`,
    `共 ${documents.length} 件 ${pages} 页：${keptWords(documents, settings)}`,
    ...(supplement ? supplementWords(supplement.continues) : []),
    '',
    '一、这里有什么',
    ...(supplement ? [SUPPLEMENT_CONTENT] : []).map(([path, words]) => `　　${path}　${words}`),
    ...CONTENTS.map(([path, words]) => `　　${path}　${words}`),
    '',
    '二、怎样核对',
    ...CHECKING.map(line => `　　${line}`),
    '',
    '三、归档时尚缺',
    ...(gaps.length === 0 ? ['　　无'] : gaps.map(gap => `　　${gapDetail(gap)}`)),
    '',
    '四、保管',
    '　　归档后请勿改动、改名或增删文件。内含个人信息，按保管期限保存，到期按规定销毁。',
    '',
  ]
  return `\uFEFF${lines.map(oneLine).join('\r\n')}`
}

function keptWords(documents: readonly ArchiveDocument[], { retention }: ArchiveSettings): string {
  const counts = Map.groupBy(documents, document => retention[document.kind])
  return [...counts]
    .sort(([a], [b]) => compareRetention(a, b))
    .map(([kept, same]) => `${retentionWords(kept)} ${same.length} 件`)
    .join('，')
}

/** A name with a line end in it must not look like a line of this file. */
function oneLine(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
