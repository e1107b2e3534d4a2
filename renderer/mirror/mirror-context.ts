import { createContext } from 'react'
import type { MirrorTrouble } from './mirror-years.ts'

/** Why a year is not mirrored at the moment; null where all is well. */
export const MirrorContext = createContext<MirrorTrouble | null>(null)
