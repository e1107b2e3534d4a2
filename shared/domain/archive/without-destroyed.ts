import { CATALOGUE_JSON } from './archive-paths.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { checkDestructions, type DestructionsChecked } from './check-destructions.ts'
import type { FolderContent } from './compare-files.ts'
import { readManifest } from './manifest.ts'

/**
 * An archive's folder with what its destruction records account for: `content` as the manifest is to find it (destroyed
 * files with the hashes they had, the records left out), and what is wrong with the records themselves. `records` are
 * their texts by sequence.
 */
export function withoutDestroyed(
  folder: {
    readonly content: FolderContent
    /** Null where there is none that can be read. */
    readonly manifest: string | null
    readonly records: ReadonlyMap<number, string>
    readonly entries: readonly CatalogueEntry[] | null
  },
  sha256: (text: string) => string,
): { readonly content: FolderContent; readonly destructions: DestructionsChecked } {
  const { content, records, manifest } = folder
  const read = manifest === null ? null : readManifest(manifest, sha256)
  const whole = read?.intact ? read.files : null
  // A catalogue that is damaged itself says nothing of a record.
  const entries = whole?.get(CATALOGUE_JSON) === content.hashes.get(CATALOGUE_JSON) ? folder.entries : null
  const destructions = checkDestructions(
    {
      hashes: content.hashes,
      texts: records,
      manifest: whole && manifest !== null ? { files: whole, digest: sha256(manifest) } : null,
      entries,
    },
    sha256,
  )
  const kept = [...content.hashes].filter(([path]) => !destructions.own.has(path))
  const gone = [...destructions.gone.keys()]
  const emptyFolders = content.emptyFolders.filter(path => !gone.some(file => file.startsWith(`${path}/`)))
  return { content: { ...content, emptyFolders, hashes: new Map([...kept, ...destructions.gone]) }, destructions }
}
