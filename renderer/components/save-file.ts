/** Hands bytes to the browser's own way of saving a file. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download holds the blob from here on; the address may go once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
