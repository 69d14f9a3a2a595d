import type { EngineApi } from '#contract/commands.ts'

/** Answers of a spec in the place of the usual ones. */
export type Script = { -readonly [N in keyof EngineApi]?: EngineApi[N] }

/** The api whose commands the script may replace at any moment. */
export function replaceable(api: EngineApi, script: Script): EngineApi {
  return new Proxy(api, {
    get: (usual, name) => Reflect.get(Object.hasOwn(script, name) ? script : usual, name),
  })
}
