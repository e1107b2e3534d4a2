import type { BallotStore } from '#electron/host/urn/ballot-store.ts'

/** A store that tells when something was recorded or its phase may have changed; it is told nothing of what. */
export function watchedStore(store: BallotStore, changed: () => void): BallotStore {
  const after = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    changed()
    return done
  }
  return {
    ...store,
    cast: (proof, sealed) => after(store.cast(proof, sealed)),
    castPaper: (group, sealed) => after(store.castPaper(group, sealed)),
    sealWith: record => after(store.sealWith(record)),
    close: () => after(store.close()),
    castSuggestions: sealed => after(store.castSuggestions(sealed)),
    destroy: (counts, pending) => after(store.destroy(counts, pending)),
    releaseSuggestions: released => after(store.releaseSuggestions(released)),
  }
}
