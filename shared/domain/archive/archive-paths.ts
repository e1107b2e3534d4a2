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
