import type { Fault } from '../fault.ts'
import { grounds } from '../place.ts'
import { deletedForGood, plantedPhrase, withoutKeys } from '../at-rest/planted.ts'
import { killedConversion, killedRotation } from '../at-rest/killed-changes.ts'

/** Whoever has the data folder and not its keys finds nothing in it; whatever happens to the keys, nothing is lost. */
export const fault: Fault = {
  title: 'data at rest',
  async run(trial) {
    await using ground = await grounds()
    const { folder, rows } = await plantedPhrase(ground, trial)
    await using place = folder
    return [
      ...rows,
      await withoutKeys(place),
      await deletedForGood(place),
      await killedConversion(trial),
      await killedRotation(trial),
    ]
  },
}
