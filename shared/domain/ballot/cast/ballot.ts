/**
 * A ballot (测评票) as filled in: marks by instructor, then indicator; an option's id, or a decimal on a points scale.
 * What is left out is an abstention. A peers ballot names its author's row. Source: DESIGN.md `--ballot`.
 */
export type Ballot = {
  readonly marks: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly self?: string | undefined
  /** 意见建议 in the voter's own words; its way to the box is another than that of the marks. */
  readonly suggestion?: string | undefined
}
