/** Where a model can run: on the processor, or on a device of one of the GPU libraries. */
export type GpuKind = 'vulkan' | 'cuda'
export type BackendId = 'cpu' | `${GpuKind}:${number}`

export type Backend =
  | { readonly kind: 'cpu' }
  /** `device` counts the devices that this library offers. */
  | { readonly kind: GpuKind; readonly device: number }

export const processor = 'cpu' satisfies BackendId

/** Null for what names no back end. */
export function backendOf(id: string): Backend | null {
  if (id === processor) return { kind: 'cpu' }
  const [, kind, device] = /^(vulkan|cuda):(\d{1,3})$/.exec(id) ?? []
  return kind === 'vulkan' || kind === 'cuda' ? { kind, device: Number(device) } : null
}

export function idOf(backend: Backend): BackendId {
  return backend.kind === 'cpu' ? processor : `${backend.kind}:${backend.device}`
}
