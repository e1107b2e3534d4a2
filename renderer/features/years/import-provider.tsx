import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { offerFiles, useDropWords } from '#renderer/components/file-drop.ts'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { YEARS } from '#renderer/strings/years.ts'
import sampleUrl from '#resources/sample/2026.pingyi.json?url'
import { ImportContext } from './use-import.ts'
import { useImportFlow } from './use-import-flow.ts'

// None of these stands on the first page: they are fetched behind it.
const DropAnywhere = lazy(async () => ({ default: (await import('./drop-anywhere.tsx')).DropAnywhere }))
const FaultsDialog = lazy(async () => ({ default: (await import('./faults-dialog.tsx')).FaultsDialog }))
const PassphraseDialog = lazy(async () => ({ default: (await import('./passphrase-dialog.tsx')).PassphraseDialog }))
const ReplaceDialog = lazy(async () => ({ default: (await import('./replace-dialog.tsx')).ReplaceDialog }))
const NewYearDialog = lazy(async () => ({ default: (await import('./new-year-dialog.tsx')).NewYearDialog }))

/** Importing from anywhere in the app: a file dropped on any page, the file dialog, the sample; and what it asks. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const { state, begin, unlock, replace, close } = useImportFlow()
  const dropWords = useDropWords()

  const importFile = useCallback((file: File) => begin(file, file.name, false), [begin])
  const importFiles = useCallback(
    async (files: readonly File[]) => {
      const [file, second] = files
      if (second) tellFailure(YEARS.notOne)
      else if (file) await importFile(file)
    },
    [importFile],
  )
  const importSample = useCallback(async () => {
    const sample = await fetch(sampleUrl).then(
      response => (response.ok ? response.blob() : null),
      () => null,
    )
    if (sample) await begin(sample, YEARS.sampleTitle, true)
    else tellFailure(YEARS.importFailed.sample)
  }, [begin])
  const { client } = useHost()
  useEffect(() => {
    // A backup that was double-clicked: the system hands it to the host, which keeps it until it is asked for.
    const take = async () => {
      const taken = await client.request('app.takeFile', {})
      const file = taken.ok ? taken.data.file : null
      if (file) await begin(new Blob([bytesOf(file.base64)]), file.name, false)
    }
    void take()
    return client.on('app.file', () => void take())
  }, [client, begin])
  const { choose: chooseFile, input } = useFileChoice(importFiles, { accept: '.json,.pingyi,application/json' })
  const [beginning, setBeginning] = useState(false)
  const newYear = useCallback(() => setBeginning(true), [])

  const value = useMemo(
    () => ({ importFile, importSample, chooseFile, newYear, reading: state.kind === 'reading' }),
    [importFile, importSample, chooseFile, newYear, state.kind],
  )

  return (
    <ImportContext value={value}>
      {children}
      {input}
      <Suspense>
        <DropAnywhere
          active={state.kind === 'idle'}
          words={dropWords ?? YEARS.dropAnywhere}
          onDrop={files => {
            if (!offerFiles(files)) void importFiles(files)
          }}
        />
      </Suspense>
      <Suspense>
        {state.kind === 'faults' && <FaultsDialog file={state.file} faults={state.faults} onClose={close} />}
        {beginning && <NewYearDialog onClose={() => setBeginning(false)} />}
        {state.kind === 'passphrase' && (
          <PassphraseDialog file={state.file} wrong={state.wrong} onOpen={unlock} onClose={close} />
        )}
        {state.kind === 'replace' && (
          <ReplaceDialog existing={state.existing} coming={state.coming} onReplace={replace} onClose={close} />
        )}
      </Suspense>
    </ImportContext>
  )
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}
