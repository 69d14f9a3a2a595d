/** Word files and PDF as other programs read them: LibreOffice, and the tools of poppler. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, type TestContext } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { documentInThread } from './document-thread.ts'
import { manifold, understoodManifold } from './fixtures/understood.ts'
import { toExport } from './to-export.ts'

const run = promisify(execFile)
const wish = toExport(manifold, usualOptions('docx', 'it'), understoodManifold)
const watching = { signal: new AbortController().signal, progressed: () => {} }

/** Elsewhere than on the build machine, which has them all, a test without its programs says so and is passed over. */
function needs(context: TestContext, ...programs: readonly string[]): void {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error)
  context.skip(process.env['CI'] === undefined && missing.length > 0, `needs ${missing.join(', ')}`)
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-documents-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const textOf = async (pdf: string): Promise<string> =>
  (await run('pdftotext', ['-layout', pdf, '-'])).stdout

it('a Word file opens in LibreOffice with its text, speakers, times and table', (context) =>
  inFolder(async (folder) => {
    needs(context, 'soffice', 'pdftotext')
    const path = join(folder, 'meeting.docx')
    await writeFile(path, await documentInThread('docx', wish, watching))
    // A profile of its own: two programs on one profile would wait for each other.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path])
    const text = await textOf(join(folder, 'meeting.pdf'))
    expect(text).toContain('Piano <B> “primavera”')
    expect(text).toMatch(/00:00:03\s+Io: Perché non è più così\? Città, università\./)
    expect(text).toMatch(/00:00:06\s+Altri: Καλημέρα κόσμε\./)
    expect(text).toMatch(/00:00:10\s+Nota: Chiedere ad Anna/)
    expect(text).toMatch(/00:00:08\s+Анна: Доброе утро, коллеги\./)
    expect(text).toMatch(/<\/script><script>alert\(1\)<\/script> &\s+"quotes"/)
    expect(text).toMatch(
      /Che cosa\s+Chi\s+Quando\s+Mandare il rapporto 00:00:05\s+Anna\s+entro venerdì/,
    )
    expect(text).toMatch(/Pagina 1 di 1/)
  }))

it('a PDF has its text, speakers, times, title and page numbers', (context) =>
  inFolder(async (folder) => {
    needs(context, 'pdftotext')
    const path = join(folder, 'meeting.pdf')
    await writeFile(path, await documentInThread('pdf', wish, watching))
    const text = await textOf(path)
    expect(text).toMatch(/00:00:03\s+Io: Perché non è più così\? Città, università\./)
    expect(text).toMatch(/00:00:06\s+Altri: Καλημέρα κόσμε\./)
    expect(text).toMatch(/00:00:10\s+Nota: Chiedere ad Anna/)
    expect(text).toMatch(/00:00:08\s+Анна: Доброе утро, коллеги\./)
    expect(text).toMatch(/Mandare il rapporto 00:00:05\s+Anna\s+entro venerdì/)
    // What the font has no letters for is told, and nothing fails.
    expect(text).toContain('□□')
    expect(text).toContain('mancano al font')
    expect(text).toContain('Pagina 1 di')
    expect((await run('pdfinfo', [path])).stdout).toMatch(/Title:\s+Piano <B> “primavera”/)
  }))

it('a document that nobody wants any more is not made', async () => {
  const stop = new AbortController()
  const made = documentInThread('pdf', wish, { signal: stop.signal, progressed: () => {} })
  stop.abort(new Error('enough'))
  await expect(made).rejects.toThrow('enough')
})
