const [file = '', name = ''] = process.argv.slice(2)
const alive = setInterval(() => {}, 1000)
const part = (await import(new URL(file, import.meta.url).href))[name]
const t = performance.now()
const rows = await Promise.race([
  part(
    name === 'inTheLedger'
      ? process.argv[4] === 's'
      : name === 'allStopped'
        ? 4000
        : { long: false, seed: 1, say: console.log },
  ),
  new Promise((r) => setTimeout(() => r('TIMEOUT'), 90000)),
])
console.log(JSON.stringify(rows, null, 1), performance.now() - t)
clearInterval(alive)
process.exit(0)
