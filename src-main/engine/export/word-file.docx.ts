/** Writes Word files. The library is only loaded for one. */
import {
  AlignmentType,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Progressed, type Document, timesBehind } from './document.ts'
import { noteWords } from './note-lines.ts'
import type { Line, Part, Task } from './outline.ts'
import { timeMark } from './time-marks.ts'

const quiet = '5F6368'
const font = 'Calibri'
/** Paragraphs between two tellings of how far it is. */
const atOnce = 200

export async function wordFile(
  document: Document,
  progressed: Progressed,
): Promise<Uint8Array<ArrayBuffer>> {
  const speech: Paragraph[] = []
  for (const [index, entry] of document.speech.entries()) {
    if (index % atOnce === 0) progressed((0.5 * index) / document.speech.length)
    speech.push(entryOf(entry, document))
  }
  progressed(0.5)
  const children = [
    ...head(document),
    ...document.parts.flatMap((part) => partOf(part, document)),
    ...(document.parts.length > 0 ? [heading(document.words.transcript, 1)] : []),
    ...(speech.length > 0 ? speech : [paragraph([faint(document.words.noText)])]),
  ]
  const bytes = await Packer.toBuffer(wordDocument(document, children))
  return new Uint8Array(bytes)
}

function wordDocument(
  { title, words, language }: Document,
  children: ReadonlyArray<Paragraph | Table>,
): WordDocument {
  const [before = '', between = '', after = ''] = words.page(-1, -2).split(/-1|-2/)
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            color: quiet,
            size: 18,
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
  return new WordDocument({
    title,
    creator: 'RTSTT',
    lastModifiedBy: 'RTSTT',
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: language === 'it' ? 'it-IT' : 'en-GB' } },
        },
        title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading2: {
          run: { font, size: 24, bold: true },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [{ footers: { default: footer }, children: [...children] }],
  })
}

function head({ title, facts, sound }: Document): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...facts.map(({ name, value }) =>
      paragraph([faint(`${name}: `), new TextRun({ text: value })], { after: 20 }),
    ),
    ...sound.map((line) => paragraph([faint(line)], { after: 20 })),
    paragraph([]),
  ]
}

/** What was not said stands apart from what was. */
function entryOf(entry: Document['speech'][number], { words, times }: Document): Paragraph {
  const time = (atMs: number): TextRun[] => (times ? [faint(`${timeMark(atMs)}  `)] : [])
  if (entry.kind === 'noted') {
    const { name, text } = noteWords(entry.note, words)
    const noted = new TextRun({ text: text === '' ? name : `${name}: ${text}`, italics: true })
    return new Paragraph({
      spacing: { after: 160 },
      indent: { left: 400 },
      children: [...time(entry.note.atMs), noted],
    })
  }
  const { startMs, voice, text } = entry.paragraph
  const who = voice === null ? [] : [new TextRun({ text: `${voice}: `, bold: true })]
  return paragraph([...time(startMs), ...who, new TextRun(text)], { after: 160 })
}

function partOf(part: Part, { words, times }: Document): Array<Paragraph | Table> {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text, part.level)]
    case 'remark':
      return [paragraph([new TextRun({ text: part.text, italics: true, color: quiet })])]
    case 'lines':
    case 'moments':
      return part.lines.flatMap((line) => bullets(line, times))
    case 'tasks':
      return [taskTable(part.tasks, words, times), paragraph([])]
    case 'terms':
      return [paragraph([new TextRun(part.terms.join(', '))])]
  }
}

function bullets({ text, aside, timesMs, below }: Line, times: boolean, level = 0): Paragraph[] {
  const behind = aside === null ? '' : ` (${aside})`
  const own = new Paragraph({
    bullet: { level },
    children: [new TextRun(`${text}${behind}`), faint(timesBehind(timesMs, times))],
  })
  return [own, ...(below === null ? [] : bullets(below, times, level + 1))]
}

function taskTable(tasks: readonly Task[], words: Document['words'], times: boolean): Table {
  const cell = (children: readonly TextRun[], width: number, isHead = false): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EEF1F4' } }),
      children: [new Paragraph({ children: [...children] })],
    })
  const bold = (text: string): TextRun[] => [new TextRun({ text, bold: true })]
  const top = new TableRow({
    tableHeader: true,
    children: [
      cell(bold(words.what), 55, true),
      cell(bold(words.who), 20, true),
      cell(bold(words.when), 25, true),
    ],
  })
  const rows = tasks.map(({ text, owner, due, done, timesMs }) => {
    const state = done ? ` (${words.done})` : ''
    const what = [
      new TextRun({ text, strike: done }),
      faint(`${state}${timesBehind(timesMs, times)}`),
    ]
    const children = [
      cell(what, 55),
      cell([new TextRun(owner ?? '–')], 20),
      cell([new TextRun(due ?? '–')], 25),
    ]
    return new TableRow({ cantSplit: true, children })
  })
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [top, ...rows] })
}

function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun(text)],
  })
}

function paragraph(children: readonly TextRun[], { after = 80 } = {}): Paragraph {
  return new Paragraph({ spacing: { after }, children: [...children] })
}

function faint(text: string): TextRun {
  return new TextRun({ text, color: quiet })
}
