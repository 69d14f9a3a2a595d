/** What somebody who means harm, or a broken program, would write. */
import fc from 'fast-check'

const planted = [
  '<script>document.title = "owned"</script>',
  '<img src=x onerror="document.title=\'owned\'">',
  '</script><script>document.title="owned"</script>',
  '</title><svg/onload=document.title="owned">',
  '<!--',
  '-->',
  ']]>',
  '<!doctype html>',
  '&lt;b&gt;',
  '&#60;b',
  'javascript:alert(1)',
  '[link](javascript:alert(1))',
  '![](https://example.org/seen.png)',
  '`code`',
  '# head',
  '\\',
  '=HYPERLINK("https://example.org")',
  "+1+cmd|' /C calc'!A0",
  '@SUM(1)',
  '-2+3',
  '../../etc/passwd',
  '..\\..\\Windows\\win.ini',
  'C:\\con',
  'nul.txt',
  'COM1',
  '/dev/null',
  'a\0b',
  '%00',
  '%2e%2e%2f',
  '$(reboot)',
  '`id`',
  '; rm -rf /',
  '"',
  "'",
  '\r\nSet-Cookie: a=b',
  '\r\n\r\n',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '{{7*7}}',
  '${7*7}',
  '\u202Egnp.exe',
  '\u2066',
  '\uFEFF',
  '\uD800',
  '\uDFFF',
  '\u0000',
  '\u001B[2J',
  '\u2028',
  '\u0300'.repeat(50),
  '1\n00:00:00,000 --> 00:00:01,000\nnot said',
  'WEBVTT\n\nNOTE',
  'NOTE\n',
  '-->',
  'AND OR NOT NEAR(',
  '"*',
  'text: MATCH',
  "'; DROP TABLE segment; --",
  '😀'.repeat(30),
  'x'.repeat(5_000),
] as const

const odd = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...planted) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

/** A few such pieces after one another. */
export const hostileText = fc.array(odd, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))

const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'kind', 'id', 'name', 'input', 'event'),
  fc.string({ maxLength: 8 }),
)

/** Any value that JSON can hold, with names that objects of JavaScript are touchy about. */
export const hostileValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double(), hostileText),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 5 }).map(ownNames),
  ),
})).value

/** As a parser of JSON makes it: `__proto__` is a name like any other. */
function ownNames(entries: ReadonlyArray<readonly [string, unknown]>): unknown {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  return JSON.parse(`{${members.join(',')}}`) as unknown
}

/** The bytes of a good file with some of them changed, cut off, doubled or put in between. */
export function harmed(good: Uint8Array): fc.Arbitrary<Buffer> {
  const place = fc.nat({ max: Math.max(0, Math.min(good.length - 1, 4_096)) })
  const harm = fc.oneof(
    fc.tuple(fc.constant('change' as const), place, fc.uint8Array({ minLength: 1, maxLength: 8 })),
    fc.tuple(fc.constant('insert' as const), place, fc.uint8Array({ minLength: 1, maxLength: 40 })),
    fc.tuple(fc.constant('highest' as const), place, fc.constant(new Uint8Array(8).fill(255))),
    fc.tuple(
      fc.constant('cut' as const),
      fc.nat({ max: good.length }),
      fc.constant(new Uint8Array()),
    ),
  )
  return fc.array(harm, { minLength: 1, maxLength: 4 }).map((harms) => {
    let bytes = Buffer.from(good)
    for (const [how, at, put] of harms) {
      if (how === 'cut') bytes = bytes.subarray(0, at)
      else if (how === 'insert')
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)])
      else bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + put.length)])
    }
    return bytes
  })
}
