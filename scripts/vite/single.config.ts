import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { kernels } from './kernels.ts'
import { oneFile, workersWithin } from './one-file.ts'
import { onlyWoff2 } from './only-woff2.ts'

/** The whole explorer as one HTML file: `npm run build:single`. */
export default defineConfig({
  mode: 'single',
  plugins: [workersWithin, react({ jsxImportSource: '#jsx' }), onlyWoff2, kernels(), oneFile()],
  worker: { plugins: () => [kernels()] },
  build: {
    outDir: 'dist-single',
    emptyOutDir: true,
    copyPublicDir: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
