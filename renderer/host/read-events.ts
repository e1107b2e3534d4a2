import { createEventParser } from './event-parser.ts'

type EventSink = {
  /** The host answered: from here on nothing it tells is missed. */
  readonly opened: () => void
  readonly event: (name: string, data: unknown) => void
}

/**
 * Reads server-sent events until the stream ends; rejects where it cannot be opened. Not `EventSource`, which cannot send
 * the token in a header and would put it into an address.
 */
export async function readEvents(
  url: string,
  authorization: string,
  signal: AbortSignal,
  sink: EventSink,
): Promise<void> {
  const response = await fetch(url, { headers: { authorization, accept: 'text/event-stream' }, signal })
  if (!response.ok || !response.body) throw new Error(`no event stream: ${response.status}`)
  sink.opened()
  const parse = createEventParser(sink.event)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    parse(value)
  }
}
