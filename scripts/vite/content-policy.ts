import type { Plugin } from 'vite'

/** What the built page may load and run: its own files, and nothing that is written into it. */
export const POLICY = [
  "default-src 'none'",
  // The kernels of the knowledge lab are WebAssembly; no text becomes JavaScript.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  // The console of a lecture holds the picture of the hall.
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types attention-explorer',
].join('; ')

/** Puts the policy into the built page alone: the development server writes styles and scripts into its own. */
export const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: (page) =>
    page.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`),
}
