/** The largest file that is kept with a record, in bytes: a scanned booklet, or a dozen photos in a document. */
export const MOST_ATTACHMENT_BYTES = 30 * 1024 * 1024

const ENDINGS = [
  ...['doc', 'docx', 'wps', 'rtf', 'odt', 'ofd', 'pdf', 'txt'],
  ...['xls', 'xlsx', 'et', 'csv', 'ppt', 'pptx', 'dps'],
  ...['jpg', 'jpeg', 'png', 'heic', 'webp', 'bmp', 'gif', 'tif', 'tiff'],
] as const

/** The endings of the files that are kept, with their dot, for a file dialog. */
export const ATTACHMENT_ENDINGS: readonly string[] = ENDINGS.map(ending => `.${ending}`)

/** Whether a file's name says that it is a document or a picture; a program is never kept beside them. */
export function isAttachmentName(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return ENDINGS.some(each => each === ending)
}
