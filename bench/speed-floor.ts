/** Prints how much faster than plain arithmetic the speech library is. A process keeps the first library it loads. */
import { measureSpeedFloor } from '#native/recognition/speed-floor.ts'
import { testModel } from './samples.ts'

console.log(JSON.stringify(await measureSpeedFloor({ model: testModel })))
