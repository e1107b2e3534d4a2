import { readFileSync } from 'node:fs'

/** What `resources/hub/compose.yaml` gives a station's Node (its heap's limit), so that the bench measures what is deployed. */
export function deployedOptions(): string {
  const compose = readFileSync(new URL('../../../resources/hub/compose.yaml', import.meta.url), 'utf8')
  const options = /NODE_OPTIONS: ([^}]+?) }/.exec(compose)?.[1]
  if (!options) throw new Error('resources/hub/compose.yaml gives no NODE_OPTIONS')
  return options
}
