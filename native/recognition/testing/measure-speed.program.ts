/** Measures the speed floor in a process of its own: a process keeps the first CPU library that it loads. */
import { measureSpeedFloor } from '../speed-floor.ts'
import { testModel } from './sounds.ts'

const directory = process.argv[2]
process.send?.(await measureSpeedFloor({ model: testModel, ...(directory ? { directory } : {}) }))
