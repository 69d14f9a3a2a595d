import { place } from './place.ts'
import { playedEngine } from './played-engine.ts'
import { rtstt } from './program.ts'
await using p = await place()
const pace = Number(process.argv[2] ?? 4)
const at = Number(process.argv[3] ?? 0)
let t = performance.now()
const e = await playedEngine(p, pace)
const id = await e.start()
console.log('started', performance.now() - t)
t = performance.now()
if (at > 0) {
  await new Promise((r) => setTimeout(r, at))
  console.log(p.processes(), e.pid)
  await e.kill()
  console.log(e.handed())
} else {
  await e.heard('meeting.stopped')
  await e[Symbol.asyncDispose]()
}
console.log('over', performance.now() - t, e.handed())
t = performance.now()
console.log(await rtstt(p, 'meetings', 'finish', 'last').ended, performance.now() - t)
t = performance.now()
console.log(p.processes(), p.temporaryFiles())
const shown = await rtstt(p, 'show', 'last', '--json').ended
for (const s of JSON.parse(shown.out).segments)
  console.log(s.track, s.startMs, s.endMs, s.status, s.text)
console.log(JSON.stringify(JSON.parse(shown.out).tracks))
