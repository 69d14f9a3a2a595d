import type { ComputerMeasure, ForeseenModel, MeasuredModel } from '#contract/performance.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { byteSize, percent } from '../../texts/format.ts'
import { figureText } from './figure-text.ts'

const columns = ['model', 'where', 'speed', 'look', 'errors', 'memory'] as const

/** What was measured, and what is foreseen of models that are not here. */
export function MeasuredTable({ measure }: { readonly measure: ComputerMeasure }) {
  const { t, locale } = useSpeech()
  const number = (value: number): string =>
    new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value)
  return (
    <div
      className="overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={t('performance.computer')}
    >
      <table className="w-full min-w-136 border-collapse text-start text-label">
        <thead className="text-quiet">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="p-2 text-start font-normal">
                {t(`performance.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {measure.models.map((row) => (
            <tr key={`${row.modelId} ${row.backend}`} className="border-t border-line">
              <th scope="row" className="p-2 text-start font-semibold">
                {row.modelId}
              </th>
              <td className="p-2">{row.backendName}</td>
              {row.problem === null ? (
                <Figures row={row} />
              ) : (
                <td className="p-2 text-danger" colSpan={4}>
                  {row.problem}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {measure.foreseen.length > 0 && (
          <tbody className="text-quiet tabular-nums">
            <tr className="border-t border-strong-line">
              <th scope="rowgroup" colSpan={6} className="p-2 pt-4 text-start font-normal">
                <strong className="text-ink">{t('performance.foreseen')}</strong>{' '}
                {t('performance.foreseenWhy')}
              </th>
            </tr>
            {measure.foreseen.filter(isWhole).map(({ modelId, backend, speed }) => (
              <tr key={`${modelId} ${backend}`} className="border-t border-line">
                <th scope="row" className="p-2 text-start font-normal">
                  {modelId}
                </th>
                <td className="p-2">{backend}</td>
                <td className="p-2" colSpan={4}>
                  {t('performance.timesForeseen', { number: number(speed) })}
                </td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}

/** Quantised ones compute as much as what they were made of. */
function isWhole({ modelId }: ForeseenModel): boolean {
  return !/-q\d/.test(modelId)
}

function Figures({ row }: { readonly row: MeasuredModel }) {
  const { t, locale } = useSpeech()
  const { speed, lookMs, wordErrors, memoryBytes } = row
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const none = '–'
  return (
    <>
      <td className="p-2">
        {speed === null ? none : t('performance.times', { number: number.format(speed) })}
      </td>
      <td className="p-2">
        {lookMs === null
          ? none
          : t('performance.lookOf', {
              median: figureText(lookMs.median, 'ms', locale),
              longest: figureText(lookMs.longest, 'ms', locale),
            })}
      </td>
      <td className="p-2">{wordErrors === null ? none : percent(wordErrors, locale)}</td>
      <td className="p-2">{memoryBytes === null ? none : byteSize(memoryBytes, locale)}</td>
    </>
  )
}
