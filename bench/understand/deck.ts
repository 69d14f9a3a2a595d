import type { Chance } from '../sounds/random.ts'

/** Deals all cards before one comes again, so that a bank is used evenly. */
export function deck<Card>(cards: readonly Card[], chance: Chance): () => Card {
  let left: Card[] = []
  return () => {
    if (left.length === 0) left = shuffled(cards, chance)
    const card = left.pop()
    if (card === undefined) throw new Error('There is nothing to deal.')
    return card
  }
}

export function shuffled<Card>(cards: readonly Card[], chance: Chance): Card[] {
  return cards
    .map((card) => ({ card, place: chance.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ card }) => card)
}
