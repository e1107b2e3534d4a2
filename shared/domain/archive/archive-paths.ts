// Where things lie in an archive folder, with `/`. What is here is a promise to readers in ten years: names are added,
// never changed.

/** The documents under their reference numbers. */
export const DOCUMENTS_FOLDER = '归档文件'
export const CATALOGUE_PDF = '归档文件目录.pdf'
export const CATALOGUE_XLSX = '归档文件目录.xlsx'
export const EVALUATION_JSON = 'data/evaluation.json'
export const RESULTS_JSON = 'data/results.json'
export const SCHEME_JSON = 'data/scheme.json'
export const CATALOGUE_JSON = 'data/catalogue.json'
export const RECOUNT_SCRIPT = 'recount.mjs'
export const NOTE = '说明文件.txt'
export const MANIFEST = '清单.sha256'

/** What a supplement (补充卷) continues and corrects; only supplements have it. */
export const SUPPLEMENT_JSON = 'data/supplement.json'
/** 备考表, 盒脊, 移交清册: papers around the documents, without numbers; named in the catalogue's data. */
export const PAPERS = { reviewNote: '备考表.pdf', boxSpine: '盒脊.pdf', handoverList: '移交清册.pdf' } as const

/** What a destruction leaves: the record (data) and the register (销毁清册, to be signed), in a folder of its own each time. */
export const DESTRUCTION_RECORD = '销毁记录.json'
export const DESTRUCTION_REGISTER = '档案销毁清册.pdf'

/** The folder of an archive's n-th destruction, from 1. */
export function destructionFolder(sequence: number): string {
  return `销毁-${sequence}`
}

/** Which destruction a path belongs to; null for a path of the archive as it was made. */
export function destructionOf(path: string): number | null {
  const [, sequence, name] = /^销毁-([1-9]\d{0,3})\/(.+)$/.exec(path) ?? []
  return name === DESTRUCTION_RECORD || name === DESTRUCTION_REGISTER ? Number(sequence) : null
}

/** A year's data, which is kept as long as any document of the archive: whoever reads a result must be able to recount it. */
export const DATA_PATHS: readonly string[] = [EVALUATION_JSON, RESULTS_JSON, SCHEME_JSON]

/** What every archive holds beside its documents and the manifest. */
export const FIXED_PATHS: readonly string[] = [
  CATALOGUE_PDF,
  CATALOGUE_XLSX,
  EVALUATION_JSON,
  RESULTS_JSON,
  SCHEME_JSON,
  CATALOGUE_JSON,
  RECOUNT_SCRIPT,
  NOTE,
]
