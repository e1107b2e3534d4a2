import { z } from 'zod'
import { calls } from '#shared/contract/contract.ts'
import { below, type Draw, oneOf } from './mutate.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/** A value for a text, number or list of a call's input by its key; `undefined`: nothing special, as the schema says. */
export type ByKey = (key: string, draw: Draw) => unknown

const SCHEMAS = new Map(
  Object.entries(calls).map(([name, { input }]) => [
    name,
    z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) as JsonSchema,
  ]),
)

/** The input of a call of the contract as a JSON schema; empty for a name that is none. */
export function schemaOf(name: string): JsonSchema {
  return SCHEMAS.get(name) ?? {}
}

/** A value of about the right shape for a JSON schema: a beginning for changes. */
export function sampleOf(schema: JsonSchema, draw: Draw, byKey: ByKey = () => undefined, name = ''): unknown {
  const known = byKey(name, draw)
  if (known !== undefined) return known
  const { type, properties, items, anyOf, const: only } = schema
  if (only !== undefined) return only
  if (Array.isArray(schema['enum'])) return schema['enum'][below(schema['enum'].length, draw)]
  const choices = anyOf ?? schema['oneOf']
  if (Array.isArray(choices)) return sampleOf(choices[below(choices.length, draw)] ?? {}, draw, byKey)
  if (type === 'object' || properties) {
    const entries: [string, JsonSchema][] = Object.entries((properties ?? {}) as Record<string, JsonSchema>)
    return Object.fromEntries(entries.map(([key, each]) => [key, sampleOf(each, draw, byKey, key)]))
  }
  if (type === 'array')
    return Array.from({ length: below(3, draw) }, () => sampleOf((items ?? {}) as JsonSchema, draw, byKey))
  if (type === 'integer' || type === 'number') return oneOf([0, 1, 2026, -1, 1.5], draw)
  if (type === 'boolean') return draw() < 0.5
  if (type === 'null') return null
  return oneOf(['', 'i01', '2026-01-05', '2026', 'excellent', '../../etc/passwd', '甲', 'm1', 'AAAA'], draw)
}
