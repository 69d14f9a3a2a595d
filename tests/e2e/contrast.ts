/** Looks at the page as it is drawn: is all text readable on its ground, and does everything have a name? */
import type { Page } from '@playwright/test'

/** Texts with less contrast than 4.5 to 1, with their contrast; what is dimmed or switched off does not count. */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new Error('No canvas to mix colours on.')
    const paint = canvas

    /** What one sees where the colours lie on each other, the lowest first. */
    function mixed(colours: readonly string[]): readonly number[] {
      paint.clearRect(0, 0, 1, 1)
      for (const colour of colours) {
        paint.fillStyle = colour
        paint.fillRect(0, 0, 1, 1)
      }
      return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)]
    }
    function luminance(rgb: readonly number[]): number {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    function groundsOf(element: Element | null): readonly string[] {
      if (!element) return ['white']
      return [...groundsOf(element.parentElement), getComputedStyle(element).backgroundColor]
    }

    const faint: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      const text = texts.currentNode.textContent?.trim()
      if (!text || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (element.closest('[aria-hidden="true"], :disabled, .visually-hidden, option')) continue
      const grounds = groundsOf(element)
      const [ink, ground] = [
        luminance(mixed([...grounds, getComputedStyle(element).color])),
        luminance(mixed(grounds)),
      ]
      const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
      if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${text}`)
    }
    return faint
  })
}

/** Things one can use or land on that a screen reader could not name, and ids that are not unique. */
export function namelessThings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(
      'a, button, input, select, textarea, [role]',
    )) {
      const named =
        element.getAttribute('aria-label') ??
        element.getAttribute('aria-labelledby') ??
        element.closest('label')?.textContent ??
        document.querySelector(`label[for="${element.id}"]`)?.textContent ??
        element.textContent
      const needsNone = /^(alert|status|menu|search)$/.test(element.role ?? '')
      if (!needsNone && !named?.trim()) wrong.push(element.outerHTML.slice(0, 120))
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index))
    const count = (selector: string) => document.querySelectorAll(selector).length
    if (count('h1') !== 1) wrong.push(`${count('h1')} first headings`)
    if (count('main') !== 1) wrong.push(`${count('main')} main parts`)
    if (!document.documentElement.lang) wrong.push('no language')
    return wrong
  })
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
