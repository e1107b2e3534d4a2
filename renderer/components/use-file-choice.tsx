import { type ReactElement, useCallback, useRef } from 'react'

type FileChoice = {
  /** As the input's own attribute; left out: any file. */
  readonly accept?: string
  readonly multiple?: boolean
  /** A whole folder is chosen, with all below it. */
  readonly folder?: boolean
  /** An attribute to find the input by, `data-…`. */
  readonly mark?: `data-${string}`
}

/** The system's dialog that chooses files: `choose` opens it, `input` (hidden) is rendered where it is asked for. */
export function useFileChoice(
  onFiles: (files: readonly [File, ...File[]]) => unknown,
  { accept, multiple = false, folder = false, mark }: FileChoice,
): { readonly choose: () => void; readonly input: ReactElement } {
  const element = useRef<HTMLInputElement>(null)
  const choose = useCallback(() => element.current?.click(), [])
  const place = useCallback(
    (input: HTMLInputElement | null) => {
      // React has no such attribute in its types; without it only single files can be chosen.
      if (folder) input?.setAttribute('webkitdirectory', '')
      element.current = input
    },
    [folder],
  )
  const input = (
    <input
      ref={place}
      type="file"
      accept={accept}
      multiple={multiple || folder}
      hidden
      aria-hidden
      {...(mark ? { [mark]: true } : {})}
      onChange={event => {
        const [first, ...others] = event.currentTarget.files ?? []
        // The same file chosen again must be read again.
        event.currentTarget.value = ''
        if (first) onFiles([first, ...others])
      }}
    />
  )
  return { choose, input }
}
