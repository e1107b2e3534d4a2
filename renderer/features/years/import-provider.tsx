import { Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { YEARS } from '#renderer/strings/years.ts'
import sampleUrl from '#resources/sample/2026.pingyi.json?url'
import { FaultsDialog } from './faults-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { ImportContext } from './use-import.ts'
import { useImportFlow } from './use-import-flow.ts'

/** Importing from anywhere in the app: a file dropped on any page, the file dialog, the sample; and what it asks. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const { state, begin, replace, close } = useImportFlow()
  const input = useRef<HTMLInputElement>(null)

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
  const chooseFile = useCallback(() => input.current?.click(), [])

  const value = useMemo(
    () => ({ importFile, importSample, chooseFile, reading: state.kind === 'reading' }),
    [importFile, importSample, chooseFile, state.kind],
  )

  return (
    <ImportContext value={value}>
      {children}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-hidden
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file chosen again must be read again.
          event.currentTarget.value = ''
          void importFiles(files)
        }}
      />
      <Dropzone.FullScreen
        active={state.kind === 'idle'}
        multiple
        onDrop={files => void importFiles(files)}
        data-drop-anywhere
      >
        <Dropzone.Accept>
          <Text ta="center" fz="xl" fw={600} style={{ pointerEvents: 'none' }}>
            {YEARS.dropAnywhere}
          </Text>
        </Dropzone.Accept>
      </Dropzone.FullScreen>
      {state.kind === 'faults' && <FaultsDialog file={state.file} faults={state.faults} onClose={close} />}
      {state.kind === 'replace' && (
        <ReplaceDialog existing={state.existing} coming={state.coming} onReplace={replace} onClose={close} />
      )}
    </ImportContext>
  )
}
