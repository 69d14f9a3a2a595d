/**
 * Makes one document of pages in a thread of its own, so that the engine never waits for a font or a page, and what
 * the libraries hold is gone with the thread.
 */
import '../network/closed.node.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { tellAttempts } from '../network/tell-attempts.ts'
import { documentOf } from './document.ts'
import type { DocumentFormat, FromDocumentWorker } from './document-thread.ts'
import type { ToExport } from './to-export.ts'

const { format, wish } = workerData as {
  readonly format: DocumentFormat
  readonly wish: ToExport
}

tellAttempts((message) => parentPort?.postMessage(message))
const progressed = (share: number): void => tell({ share })
const bytes = await write()
parentPort?.postMessage({ bytes } satisfies FromDocumentWorker, [bytes.buffer])

async function write(): Promise<Uint8Array<ArrayBuffer>> {
  const document = documentOf(wish)
  switch (format) {
    case 'docx': {
      const { wordFile } = await import('./word-file.docx.ts')
      return wordFile(document, progressed)
    }
    case 'pdf': {
      const { pdfPages } = await import('./pages.pdf.ts')
      return pdfPages(document, progressed)
    }
  }
}

function tell(message: FromDocumentWorker): void {
  parentPort?.postMessage(message)
}
