import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { PageCanvas } from '#renderer/pdf/page-canvas.tsx'
import { VIEWER } from '#renderer/strings/viewer.ts'
import classes from './pdf-viewer.module.css'
import type { OpenedSheet } from './use-documents.ts'
import type { ViewedSheet } from './viewed-sheet.ts'

const THUMBNAIL_WIDTH = 84

type SheetListProps = {
  readonly sheets: readonly ViewedSheet[]
  readonly current: number
  readonly page: number
  readonly opened: OpenedSheet | undefined
  readonly onChoose: (sheet: number, page: number) => void
}

/** All sheets; under the one in sight its pages in small. Only what is in sight is on the page: a year has thousands. */
export function SheetList({ sheets, current, page, opened, onChoose }: SheetListProps) {
  const place = useRef<HTMLElement>(null)
  const list = useVirtualizer({
    count: sheets.length,
    getScrollElement: () => place.current,
    estimateSize: () => 48,
    overscan: 8,
    getItemKey: index => sheets[index]?.key ?? index,
  })
  useEffect(() => list.scrollToIndex(current, { align: 'auto' }), [list, current])
  const pages = opened?.ok ? opened.document.numPages : 0
  return (
    <nav ref={place} className={classes['list']} aria-label={VIEWER.sheets}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(item => {
          const sheet = sheets[item.index]
          if (!sheet) return null
          return (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              style={{ position: 'absolute', insetInline: 0, top: item.start }}
            >
              <button
                type="button"
                className={classes['entry']}
                aria-current={item.index === current}
                onClick={() => onChoose(item.index, 1)}
              >
                {sheet.title}
                <span className={classes['about']}>{sheet.about}</span>
              </button>
              {item.index === current && opened?.ok && pages > 1 && (
                <div className={classes['thumbnails']}>
                  {Array.from({ length: pages }, (_, index) => index + 1).map(number => (
                    <button
                      key={number}
                      type="button"
                      className={classes['thumbnail']}
                      aria-current={number === page}
                      onClick={() => onChoose(current, number)}
                    >
                      <PageCanvas
                        document={opened.document}
                        page={number}
                        width={THUMBNAIL_WIDTH}
                        label={VIEWER.thumbnail(number)}
                      />
                      {number}
                    </button>
                  ))}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </nav>
  )
}
