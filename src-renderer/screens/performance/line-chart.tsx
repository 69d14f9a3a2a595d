import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import { useSpeech } from '../../pieces/app-context.ts'
import { type Chart, extremes, type LineId } from './chart-lines.ts'
import { figureText } from './figure-text.ts'
import { useTheme } from './use-theme.ts'
import 'uplot/dist/uPlot.min.css'

interface Props {
  readonly chart: Chart
  readonly atSeconds: readonly number[]
}

/** Tokens of the look, by line; a line is also told apart by its dashes. */
const colours: Readonly<Record<LineId, string>> = {
  lag: '--accent',
  median: '--accent',
  longest: '--warning',
  decoding: '--accent',
  engine: '--accent',
  recognition: '--warning',
  language: '--danger',
  gpu: '--accent',
  tokens: '--accent',
}
const dashes: Readonly<Partial<Record<LineId, number[]>>> = {
  longest: [4, 3],
  recognition: [6, 3],
  language: [2, 3],
}

const height = 150

/** Values over time, drawn on a canvas; what they come to stands above it in words. */
export function LineChart({ chart, atSeconds }: Props) {
  const { t, locale } = useSpeech()
  const { last, most } = extremes(chart)
  const say = (value: number): string => figureText(value, chart.unit, locale)
  const name = t(`performance.chart.${chart.id}`)
  return (
    <figure className="grid min-w-0 gap-2 rounded-round border border-line bg-surface p-4">
      <figcaption className="flex items-baseline justify-between gap-4">
        <h2 className="text-label font-semibold">{name}</h2>
        <span className="text-title tabular-nums" aria-hidden="true">
          {say(last)}
        </span>
        <span className="sr-only">
          {t('performance.summary', { chart: name, last: say(last), most: say(most) })}
        </span>
      </figcaption>
      <Drawing chart={chart} atSeconds={atSeconds} say={say} />
      {chart.lines.length > 1 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small text-quiet">
          {chart.lines.map(({ id }) => (
            <li key={id} className="flex items-center gap-1.5">
              <svg className="h-2 w-6" aria-hidden="true">
                <line
                  x1="0"
                  y1="4"
                  x2="24"
                  y2="4"
                  stroke={`var(${colours[id]})`}
                  strokeWidth="2"
                  strokeDasharray={dashes[id]?.join(' ')}
                />
              </svg>
              {t(`performance.line.${id}`)}
            </li>
          ))}
        </ul>
      )}
    </figure>
  )
}

function Drawing({ chart, atSeconds, say }: Props & { readonly say: (value: number) => string }) {
  const box = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const ids = chart.lines.map(({ id }) => id).join(' ')
  const theme = useTheme()
  const latest = useRef(say)
  useEffect(() => {
    latest.current = say
  })
  useEffect(() => {
    const place = box.current
    if (!place) return
    const made = new uPlot(optionsOf(place, ids.split(' '), (value) => latest.current(value)))
    place.append(made.root)
    plot.current = made
    const sizes = new ResizeObserver(() => made.setSize({ width: place.clientWidth, height }))
    sizes.observe(place)
    return () => {
      sizes.disconnect()
      plot.current = null
      made.destroy()
    }
  }, [ids, theme])
  useEffect(() => {
    plot.current?.setData([[...atSeconds], ...chart.lines.map(({ values }) => [...values])])
  })
  return <div ref={box} className="min-w-0" aria-hidden="true" />
}

function optionsOf(
  place: HTMLElement,
  ids: readonly string[],
  say: (value: number) => string,
): uPlot.Options {
  const colour = (token: string): string => colourOf(place, token)
  const isLine = (id: string): id is LineId => Object.hasOwn(colours, id)
  const axis = { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 } }
  return {
    width: Math.max(place.clientWidth, 200),
    height,
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { ...axis, grid: { show: false } },
      { ...axis, size: 64, values: (_, splits) => splits.map(say) },
    ],
    scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.1, 0.01)] } },
    series: [
      {},
      ...ids.filter(isLine).map((id) => ({
        stroke: colour(colours[id]),
        width: 2,
        points: { show: false },
        ...(dashes[id] && { dash: dashes[id] }),
      })),
    ],
  }
}

/** A token as the canvas understands it: the colour that it is here, in the light or in the dark. */
function colourOf(place: HTMLElement, token: string): string {
  const before = place.style.color
  place.style.color = `var(${token})`
  const { color } = getComputedStyle(place)
  place.style.color = before
  return color
}
