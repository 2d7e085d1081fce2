import type { Plugin } from 'vite'

/** Every browser that runs the page reads woff2: KaTeX's woff and ttf fonts (817 kB) stay out of the build. */
export const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('katex.css')) return undefined
    return code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
  },
}
