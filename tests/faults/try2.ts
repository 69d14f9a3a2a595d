import { place } from './place.ts'
import { playedEngine } from './played-engine.ts'
const p = await place()
const e = await playedEngine(p, 4)
process.on('exit', () => console.log('exit', p.processes()))
await e.start()
await new Promise(r => setTimeout(r, 1000))
await e[Symbol.asyncDispose]()
console.log(e.handed(), p.processes())
