import { createContext, useContext } from 'react'
import { fieldFaultWords } from '#renderer/strings/scheme-design.ts'
import type { Fault } from '#shared/lib/fault.ts'

export type FaultWordsOf = (path: string) => string | null

/** The words of the fault at each place of the draft; a list's total is told beside the list instead. */
export function faultWordsOf(faults: readonly Fault[]): FaultWordsOf {
  const byPlace = new Map(
    faults.filter(fault => fault.code !== 'total-not-hundred').map(fault => [fault.path, fieldFaultWords(fault)]),
  )
  return path => byPlace.get(path) ?? null
}

export const FaultsContext = createContext<FaultWordsOf>(() => null)

/** What is wrong at a place of the draft (`scheme.components[0].weight`), in words; null where nothing is. */
export function useFaultAt(path: string): string | null {
  return useContext(FaultsContext)(path)
}
