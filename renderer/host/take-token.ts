const KEY = 'pingyi-token'

type Place = Pick<Location, 'hash' | 'pathname' | 'search'>
type Past = Pick<History, 'replaceState'>
type Store = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Browser mode's token: from the address's fragment, which is taken out of the address at once (a token must not stand in
 * a history, a bookmark or a photo of the screen) and kept for this tab, so that a reload works; null where there is none.
 */
export function takeToken(place: Place, past: Past, store: Store): string | null {
  const given = /^#token=([\w-]{8,})$/.exec(place.hash)?.[1]
  if (given === undefined) return store.getItem(KEY)
  past.replaceState(null, '', `${place.pathname}${place.search}#/`)
  store.setItem(KEY, given)
  return given
}
