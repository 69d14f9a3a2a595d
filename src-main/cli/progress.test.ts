import { expect, it } from 'vitest'
import { bar, byteSize, clockTime } from './progress.ts'

it.each([
  [0, 10, '░░░░   0 %'],
  [5, 10, '██░░  50 %'],
  [10, 10, '████ 100 %'],
  [11, 10, '████ 100 %'],
  [1, 0, '░░░░   0 %'],
])('draws %d of %d', (done, total, drawn) => {
  expect(bar(done, total, 4)).toBe(drawn)
})

it.each([
  [0, '0:00'],
  [61_999, '1:01'],
  [3_661_000, '1:01:01'],
])('tells %d ms', (ms, told) => {
  expect(clockTime(ms)).toBe(told)
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [147_951_465, '148 MB'],
  [3_095_033_483, '3.1 GB'],
])('tells %d bytes', (bytes, told) => {
  expect(byteSize(bytes)).toBe(told)
})
