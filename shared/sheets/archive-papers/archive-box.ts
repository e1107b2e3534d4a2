/** What the papers around an archive are about: it can only be known when the catalogue is made. */
export type ArchiveBox = {
  readonly year: number
  readonly title: string
  readonly organiser: string
  /** 全宗号 */
  readonly fonds: string
  /** 机构（问题） */
  readonly body: string
  /** The data's own date, ISO. */
  readonly date: string
  /** One for each retention, the longest first. */
  readonly series: readonly BoxSeries[]
  /** What is missing, in lines. */
  readonly gaps: readonly string[]
}

/** The documents of one retention. */
export type BoxSeries = {
  /** 永久, 30 年 … */
  readonly retention: string
  /** First and last reference number. */
  readonly from: string
  readonly to: string
  readonly documents: number
  readonly pages: number
}
