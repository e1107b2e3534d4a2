import { config } from 'zod'

// The station's policy allows no code from strings, and zod would try: a report in the console, nothing gained.
// A module of its own, imported first: schemas look at this when they are made.
config({ jitless: true })
