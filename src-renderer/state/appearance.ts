/** How the page looks to whoever sits before it. */
import { readObject } from './read-object.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** In per cent of what the browser takes for normal. */
export const textSizes = [100, 110, 125, 150] as const
export type TextSize = (typeof textSizes)[number]

export interface Appearance {
  readonly theme: Theme
  readonly textSize: TextSize
}

export const firstAppearance: Appearance = { theme: 'system', textSize: 100 }

/** What was remembered; whatever of it makes no sense is as at first. */
export function parseAppearance(remembered: string | null): Appearance {
  const known = readObject(remembered)
  return {
    theme: themes.find((theme) => theme === known['theme']) ?? firstAppearance.theme,
    textSize: textSizes.find((size) => size === known['textSize']) ?? firstAppearance.textSize,
  }
}

/** What the style sheets ask the document for. */
export interface Dress {
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'normal' | 'more'
  readonly textSize: string
}

/** High contrast is in the light or in the dark, as the system is; the system may ask for it under any theme. */
export function dressFor({ theme, textSize }: Appearance, systemWantsContrast: boolean): Dress {
  return {
    theme: theme === 'contrast' ? 'system' : theme,
    contrast: theme === 'contrast' || systemWantsContrast ? 'more' : 'normal',
    textSize: `${textSize}%`,
  }
}
