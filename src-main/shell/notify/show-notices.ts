/** Notifications of the system; a click leads to the place that they speak of. */
import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Place } from '../routes/place.ts'
import type { Notice } from './notices.ts'

export interface NoticeParts {
  readonly createNotification: (
    options: NotificationConstructorOptions,
  ) => Pick<Notification, 'on' | 'show' | 'close'>
}

/** A question in a notification; what is pressed counts from 0, a click beside the buttons is the first. */
export interface Question {
  readonly title: string
  readonly body: string
  readonly answers: readonly string[]
  readonly onAnswer: (index: number) => void
}

export interface Notifier {
  tell(notice: Notice): void
  ask(question: Question): void
}

export function showNotices(parts: NoticeParts, go: (place: Place) => void): Notifier {
  // Kept while they are shown: one that nobody holds loses its click.
  const shown = new Map<string, Pick<Notification, 'close'>>()

  function show(key: string, notification: Pick<Notification, 'on' | 'show' | 'close'>): void {
    shown.get(key)?.close()
    shown.set(key, notification)
    notification.on('close', () => {
      if (shown.get(key) === notification) shown.delete(key)
    })
    notification.show()
  }

  return {
    tell({ key, title, body, place }) {
      const notification = parts.createNotification({ title, body, silent: true })
      notification.on('click', () => go(place))
      show(key, notification)
    },
    ask({ title, body, answers, onAnswer }) {
      const actions = answers.map((text) => ({ type: 'button' as const, text }))
      const notification = parts.createNotification({ title, body, actions })
      notification.on('click', () => onAnswer(0))
      notification.on('action', (_, index) => onAnswer(index))
      show('question', notification)
    },
  }
}
