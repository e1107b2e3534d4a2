/** How large a page is shown: as the window allows, or a share of its size on paper. */
export type Zoom = 'page' | 'width' | number

/** A screen's pixel is 1/96 inch, a PDF's point 1/72. */
const PIXELS_A_POINT = 96 / 72
const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

type Size = { readonly width: number; readonly height: number }

/** The page's width in CSS pixels; `page` in points, `room` in pixels. */
export function shownWidth(zoom: Zoom, page: Size, room: Size): number {
  const paper = page.width * PIXELS_A_POINT
  if (zoom === 'width') return Math.max(80, Math.floor(room.width))
  if (zoom === 'page') return Math.max(80, Math.floor(Math.min(room.width, (room.height * page.width) / page.height)))
  return Math.round(paper * zoom)
}

/** The next larger (1) or smaller (-1) step from what is shown. */
export function zoomStep(width: number, page: Size, direction: 1 | -1): number {
  const now = width / (page.width * PIXELS_A_POINT)
  const next = direction === 1 ? STEPS.find(step => step > now + 0.01) : STEPS.findLast(step => step < now - 0.01)
  return next ?? (direction === 1 ? STEPS[STEPS.length - 1] : STEPS[0]) ?? 1
}
