/** `text` with its lines ended as a text field of a page ends them, whatever system they were written on. */
export const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')
