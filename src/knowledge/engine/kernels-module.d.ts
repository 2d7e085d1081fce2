/** The WebAssembly kernels, compiled from `assembly/` by the build, in base64. */
declare module 'virtual:kernels' {
  /** Runs wherever WebAssembly has vectors. */
  export const plain: string
  /** Fuses multiplication and addition, where a browser can. */
  export const relaxed: string
}
