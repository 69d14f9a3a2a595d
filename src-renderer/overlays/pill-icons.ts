/** The pictures on the pill's buttons, as parts of an SVG: the library that draws the page's needs React. */
export type IconNode = ReadonlyArray<
  readonly [name: string, attributes: Readonly<Record<string, string>>]
>

const box = (attributes: Readonly<Record<string, string>>) => ['rect', attributes] as const
const path = (d: string) => ['path', { d }] as const

export const Square: IconNode = [box({ x: '5', y: '5', width: '14', height: '14', rx: '2.5' })]
export const Pause: IconNode = [path('M9 5v14M15 5v14')]
export const Play: IconNode = [path('M8 5l11 7-11 7z')]

const stand = path('M6 11a6 6 0 0 0 12 0M12 17v4')
export const Mic: IconNode = [box({ x: '9', y: '3', width: '6', height: '11', rx: '3' }), stand]
export const MicOff: IconNode = [...Mic, path('M4 3l16 18')]
