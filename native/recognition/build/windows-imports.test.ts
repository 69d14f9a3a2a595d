import { expect, it } from 'vitest'
import { exportedNames, importedLibraries, unexpected } from './windows-imports.mjs'

const table = `
 vma:            Hint    Time      Forward  DLL       First
 000c8000       000c8080 00000000 00000000 000c8a34 000c83c8

        DLL Name: KERNEL32.dll
        vma:  Hint/Ord Member-Name Bound-To

        DLL Name: libstdc++-6.dll

[Ordinal/Name Pointer] Table -- Ordinal Base 1
        [   0] +base[   1]  0000 ggml_abort
        [   1] +base[   2]  0001 gguf_free
        [   2] +base[   3]  0002 ?pretty@@YAXXZ
        [   3] +base[   4]  0003 quantize_q4_0

`

it('reads the C names that a library exports, and no C++ names', () => {
  expect(exportedNames(table)).toEqual(['ggml_abort', 'gguf_free', 'quantize_q4_0'])
})

it('reads the libraries that a binary needs', () => {
  expect(importedLibraries(table)).toEqual(['KERNEL32.dll', 'libstdc++-6.dll'])
})

it.each([
  ['recognition.node', ['ggml-base.dll', 'kernel32.dll', 'msvcrt.dll'], []],
  ['recognition.node', ['KERNEL32.dll', 'libstdc++-6.dll'], ['libstdc++-6.dll']],
  ['ggml-cpu-haswell.dll', ['ggml-base.dll', 'libgomp-1.dll'], ['libgomp-1.dll']],
  ['ggml-base.dll', ['VCRUNTIME140_1.dll', 'api-ms-win-crt-heap-l1-1-0.dll'], []],
  ['something-else.dll', ['KERNEL32.dll'], ['KERNEL32.dll']],
])('of the needs of %s, %o, misses %o on a plain Windows', (file, libraries, missing) => {
  expect(unexpected(file, libraries)).toEqual(missing)
})
