import type { SummarySection } from '#contract/summary.ts'
import { Cites } from './cite.tsx'

/** A summary to be read: each line with the places on which it rests. */
export function SummarySections({ sections }: { readonly sections: readonly SummarySection[] }) {
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, index) => (
      // Sections and lines have no names of their own, and are replaced as a whole.
      <section key={index} className="group">
        <h3>{title}</h3>
        <ul className="summary-lines">
          {lines.map(({ text, citations }, at) => (
            <li key={at} data-item>
              {text} <Cites citations={citations} />
            </li>
          ))}
        </ul>
      </section>
    ))
}
