import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: { assetsInlineLimit: 0 },
  test: { include: ['tests/**/*.test.ts', 'src/**/*.test.ts'] },
})
