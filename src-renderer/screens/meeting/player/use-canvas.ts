import { type RefObject, useEffect } from 'react'
import type { WaveCanvas } from './paint-waveform.ts'

/** Paints a canvas in its own text colour, and anew when its size, its colour or what is painted changes. */
export function useCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  paint: (on: WaveCanvas) => void,
): void {
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const draw = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      const scale = window.devicePixelRatio
      element.width = Math.round(width * scale)
      element.height = Math.round(height * scale)
      context.setTransform(scale, 0, 0, scale, 0, 0)
      context.fillStyle = getComputedStyle(element).color
      paint({ context, width, height })
    }
    const sizes = new ResizeObserver(draw)
    sizes.observe(element)
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributes: true })
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    return () => {
      sizes.disconnect()
      theme.disconnect()
      dark.removeEventListener('change', draw)
    }
  }, [canvas, paint])
}
