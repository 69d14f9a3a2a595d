// For gyp/binding.gyp: the translation units of this system, one a line.
import { home } from './places.mjs'
import { unitsFor } from './windows-recipe.mjs'

for (const unit of unitsFor(process.platform, home)) console.log(`../${unit}`)
