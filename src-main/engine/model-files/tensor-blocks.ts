/** Elements and bytes of one block of a tensor, by the number of its type in a ggml or GGUF file. */
export type TensorBlocks = Readonly<Record<number, readonly [elements: number, bytes: number]>>

/** The types that files of both kinds have. */
export const commonBlocks: TensorBlocks = {
  0: [1, 4], // f32
  1: [1, 2], // f16
  2: [32, 18], // q4_0
  3: [32, 20], // q4_1
  6: [32, 22], // q5_0
  7: [32, 24], // q5_1
  8: [32, 34], // q8_0
}
