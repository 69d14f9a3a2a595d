/** Writes PDF, with its fonts inside. The library is only loaded for one. */
import { fileURLToPath } from 'node:url'
import PdfDocument from 'pdfkit'
import { type Progressed, type Document, timesBehind } from './document.ts'
import { noteWords } from './note-lines.ts'
import type { Line, Part, Task } from './outline.ts'
import { type Printable, printable } from './printable.ts'
import { timeMark } from './time-marks.ts'

const ink = '#202124'
const quiet = '#5f6368'
const margin = 56
/** Of an A4 page, in points. */
const footerAt = 806
/** Paragraphs between two tellings of how far it is. */
const atOnce = 50

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

interface Setting {
  readonly pdf: PDFKit.PDFDocument
  readonly document: Document
  readonly print: Printable
}

export async function pdfPages(
  document: Document,
  progressed: Progressed,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, language, startedAt } = document
  const pdf = new PdfDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'RTSTT', Producer: 'RTSTT', CreationDate: startedAt },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
  const ended = new Promise((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.registerFont('plain', fontFile('DejaVuSans'))
  pdf.registerFont('bold', fontFile('DejaVuSans-Bold'))
  pdf.registerFont('slanted', fontFile('DejaVuSans-Oblique'))
  const setting = { pdf, document, print: printable(pdf.font('plain')) }

  head(setting)
  for (const part of document.parts) setPart(part, setting)
  setSpeech(setting, progressed)
  if (setting.print.missed()) {
    pdf.moveDown().font('slanted').fontSize(9).fillColor(quiet).text(document.words.unprintable)
  }
  numberPages(setting, progressed)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function head({ pdf, document: { title, facts, sound }, print }: Setting): void {
  pdf.outline.addItem(print(title))
  pdf.font('bold').fontSize(20).fillColor(ink).text(print(title)).moveDown(0.4)
  pdf.fontSize(9)
  for (const { name, value } of facts) {
    pdf.font('plain').fillColor(quiet).text(`${name}: `, { continued: true })
    pdf.fillColor(ink).text(print(value))
  }
  pdf.fillColor(quiet)
  for (const line of sound) pdf.text(print(line))
  pdf.moveDown()
}

function setSpeech(setting: Setting, progressed: Progressed): void {
  const { pdf, document } = setting
  const { speech, words } = document
  setHeading(pdf, words.transcript, 1)
  if (speech.length === 0) pdf.font('slanted').fontSize(10).fillColor(quiet).text(words.noText)
  for (const [index, entry] of speech.entries()) {
    if (index % atOnce === 0) progressed((0.9 * index) / speech.length)
    setEntry(entry, setting)
  }
}

/** What was not said stands apart from what was. */
function setEntry(entry: Document['speech'][number], { pdf, document, print }: Setting): void {
  const time = (atMs: number): void => {
    pdf.fontSize(10).font('plain').fillColor(quiet)
    if (document.times) pdf.text(`${timeMark(atMs)}  `, { continued: true })
  }
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note, document.words)
    time(entry.note.atMs)
    pdf.font('slanted').fillColor(ink)
    pdf.text(print(text === '' ? name : `${name}: ${text}`), { lineGap: 2 }).moveDown(0.6)
    return
  }
  const { startMs, voice, text } = entry.paragraph
  time(startMs)
  if (voice !== null) {
    pdf
      .font('bold')
      .fillColor(ink)
      .text(`${print(voice)}: `, { continued: true })
  }
  pdf.font('plain').fillColor(ink).text(print(text), { lineGap: 2 }).moveDown(0.6)
}

function setPart(part: Part, setting: Setting): void {
  const { pdf, print } = setting
  switch (part.kind) {
    case 'heading':
      setHeading(pdf, print(part.text), part.level)
      break
    case 'remark':
      pdf.font('slanted').fontSize(9).fillColor(quiet).text(print(part.text)).moveDown(0.5)
      break
    case 'lines':
    case 'moments':
      for (const line of part.lines) setLine(line, setting)
      pdf.moveDown(0.5)
      break
    case 'tasks':
      setTasks(part.tasks, setting)
      break
    case 'terms':
      pdf
        .font('plain')
        .fontSize(10)
        .fillColor(ink)
        .text(print(part.terms.join(', ')))
      pdf.moveDown(0.5)
      break
  }
}

function setHeading(pdf: PDFKit.PDFDocument, text: string, level: 1 | 2): void {
  const room = level === 1 ? 90 : 60
  // A heading never stands alone at the foot of a page.
  if (pdf.y > pdf.page.height - margin - room) pdf.addPage()
  if (level === 1) pdf.outline.addItem(text)
  pdf.moveDown(level === 1 ? 0.6 : 0.2)
  pdf
    .font('bold')
    .fontSize(level === 1 ? 14 : 11.5)
    .fillColor(ink)
    .text(text)
    .moveDown(0.3)
}

function setLine(line: Line, { pdf, document: { times }, print }: Setting, indent = 0): void {
  const { text, aside, timesMs, below } = line
  const behind = aside === null ? '' : ` (${aside})`
  const left = margin + indent
  pdf.font('plain').fontSize(10).fillColor(ink)
  pdf.text('•', left, pdf.y, { continued: false, lineBreak: false })
  const width = pdf.page.width - margin - left - 12
  pdf.text(print(`${text}${behind}`), left + 12, pdf.y, { width, continued: true })
  pdf.fillColor(quiet).text(timesBehind(timesMs, times), { lineGap: 2 })
  pdf.x = margin
  if (below !== null) setLine(below, { pdf, document: { times } as Document, print }, indent + 16)
}

function setTasks(tasks: readonly Task[], { pdf, document, print }: Setting): void {
  const { words, times } = document
  pdf.font('plain').fontSize(9.5).fillColor(ink)
  const top = [words.what, words.who, words.when].map((text) => ({
    text,
    font: { src: 'bold' },
    backgroundColor: '#eef1f4',
  }))
  const rows = tasks.map(({ text, owner, due, done, timesMs }) => {
    const state = done ? ` (${words.done})` : ''
    return [
      print(`${text}${state}${timesBehind(timesMs, times)}`),
      print(owner ?? '–'),
      print(due ?? '–'),
    ]
  })
  pdf.table({
    columnStyles: ['*', 110, 120],
    defaultStyle: { border: 0.5, borderColor: '#c4c9cf', padding: 5 },
    data: [top, ...rows],
  })
  pdf.x = margin
  pdf.moveDown()
}

function numberPages({ pdf, document }: Setting, progressed: Progressed): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    if (at % 50 === 0) progressed(0.9 + (0.1 * at) / count)
    pdf.switchToPage(at)
    // Below the margin a text would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font('plain').fontSize(8).fillColor(quiet)
    const text = document.words.page(at - start + 1, count)
    pdf.text(text, margin, footerAt, {
      align: 'center',
      lineBreak: false,
      width: pdf.page.width - 2 * margin,
    })
  }
}
