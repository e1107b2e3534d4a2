import { afterAll, beforeAll } from 'vitest'
import { describeStore } from './describe-store.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'
import { hubPlace, urnPlace } from './store-place.ts'

let postgres: RunningPostgres

beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)

afterAll(async () => {
  await postgres.remove()
})

describeStore('the urn file', urnPlace)
describeStore('a hub’s database', setUp => hubPlace(postgres.url, setUp))
