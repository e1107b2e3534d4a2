import { parseArgs } from 'node:util'

export const DEFAULT_PORT = 47160

export type StartArguments = {
  readonly browser: boolean
  readonly port: number
  readonly data: string | undefined
  readonly open: boolean
}

/** The words after `npm start --`; null where they are not understood. */
export function startArguments(args: readonly string[]): StartArguments | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        data: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    return port <= 65_535 ? { browser: values.browser, port, data: values.data, open: !values['no-open'] } : null
  } catch {
    return null
  }
}
