/** A whole number, rounded, in groups of three digits with thin spaces between them: `3 323 392`. */
export const grouped = (count: number) => Math.round(count).toLocaleString('en').replaceAll(',', '\u2009')
