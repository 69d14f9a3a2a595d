import { type ReactNode, useId } from 'react'

interface Props<T> {
  readonly title: string
  readonly items: readonly T[]
  readonly children: (item: T) => ReactNode
}

/** What is of one kind under its title; nothing where there is none. */
export function Group<T>({ title, items, children }: Props<T>) {
  const id = useId()
  if (items.length === 0) return null
  return (
    <section className="group" aria-labelledby={id}>
      <h3 id={id}>
        {title} <span className="quiet figures">{items.length}</span>
      </h3>
      <ul className="items">{items.map(children)}</ul>
    </section>
  )
}
