/** Prints one element by the system's own print dialog, in place of the page; it is gone again after that. */
export function printSheet(sheet: HTMLElement): void {
  document.body.append(sheet)
  window.addEventListener('afterprint', () => sheet.remove(), { once: true })
  window.print()
}
