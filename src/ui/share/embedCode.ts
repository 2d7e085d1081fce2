/** HTML that shows the page at `link` within another page. */
export const embedCode = (title: string, link: string): string =>
  `<iframe src="${quoted(link)}" title="${quoted(title)}" width="760" height="640" loading="lazy"></iframe>`

const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
