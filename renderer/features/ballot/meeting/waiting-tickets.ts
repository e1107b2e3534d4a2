// Finished PDFs that hold a secret (slips, the recovery sheet) wait in the host's memory under a ticket until they are
// printed. The ticket lives here as long as this window: neither in the tables nor in any storage of the browser.

const waiting = new Map<string, string>()

export function keepTicket(kind: 'slips' | 'recovery', meeting: string, ticket: string): void {
  waiting.set(`${kind}:${meeting}`, ticket)
}

export function ticketOf(kind: 'slips' | 'recovery', meeting: string): string | null {
  return waiting.get(`${kind}:${meeting}`) ?? null
}

export function dropTicket(kind: 'slips' | 'recovery', meeting: string): void {
  waiting.delete(`${kind}:${meeting}`)
}
