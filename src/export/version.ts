/** The version of the explorer, as exported files carry it. */
export const EXPLORER_VERSION = '0.1.0'
