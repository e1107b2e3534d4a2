const HEADS = ['PK\u0003\u0004', 'age-encryption.org/v1']

/** Whether a chosen file is a backup (a zip, or one locked by age) rather than an evaluation file's text. */
export async function isBackup(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 32).arrayBuffer())
  const text = String.fromCharCode(...head)
  return HEADS.some(each => text.startsWith(each))
}
