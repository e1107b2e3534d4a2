/** A file as it came in: `path` with the folders around it, as far as the browser tells them. */
export type IncomingFile = { readonly file: File; readonly path: string }

// What systems and programs leave beside people's files.
const LITTER = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/i

/** The files that people made, with their paths; what systems leave in a folder is not among them. */
export function incomingFiles(files: readonly File[]): readonly IncomingFile[] {
  return files
    .map(file => ({ file, path: pathOf(file) }))
    .filter(({ path }) => !path.split('/').some(part => LITTER.test(part)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** A chosen folder tells its files' paths one way, a dropped one another (@mantine/dropzone). */
function pathOf(file: File): string {
  const dropped: unknown = Reflect.get(file, 'path')
  const path = file.webkitRelativePath || (typeof dropped === 'string' ? dropped : '') || file.name
  return path.replace(/^\.?\//, '')
}
