import { registerHooks } from 'node:module'

/**
 * Before it loads a native library, node-llama-cpp 3.21.1 tries it in a copy of the program that it starts itself. In the desktop
 * program that would be another window. It is not needed: this process is there to be lost, and a graphics library is used
 * only where speech recognition has tried it. To be called before the package is imported.
 */
export function trustLibrary(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('/node-llama-cpp/dist/bindings/utils/testBindingBinary.js'))
        return next(url, context)
      const source = 'export const testBindingBinary = async () => true'
      return { format: 'module', source, shortCircuit: true }
    },
  })
}
