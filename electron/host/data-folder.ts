import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the app keeps its own files, by the system's custom. */
export function dataFolder(platform: NodeJS.Platform, environment: Environment, home: string): string {
  switch (platform) {
    case 'win32':
      return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Pingyi')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Pingyi')
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'pingyi')
  }
}

/** Where people find what they printed, in their documents. */
export function printedFolder(documents: string): string {
  return join(documents, '评议')
}
