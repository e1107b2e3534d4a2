import { useEffect, useRef, useSyncExternalStore } from 'react'

type FileDrop = {
  /** What is shown while files are held over the window. */
  readonly words: string
  /** Whether it takes these files; otherwise they are offered to whoever takes files on every page. */
  readonly take: (files: readonly File[]) => boolean
}

let drops: readonly FileDrop[] = []
const listeners = new Set<() => void>()

function setDrops(next: readonly FileDrop[]): void {
  drops = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** While the page is shown and `words` is not null, files dropped anywhere on the window are offered to it first. */
export function useFileDrop(words: string | null, take: FileDrop['take']): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (words === null) return
    const drop = { words, take: (files: readonly File[]) => latest.current(files) }
    setDrops([...drops, drop])
    return () => setDrops(drops.filter(other => other !== drop))
  }, [words])
}

/** What the page says of files held over it; null where the page takes none. */
export function useDropWords(): string | null {
  return useSyncExternalStore(subscribe, () => drops.at(-1)?.words ?? null)
}

/** Offers dropped files to the page; false where it does not take them. */
export function offerFiles(files: readonly File[]): boolean {
  return drops.at(-1)?.take(files) ?? false
}
