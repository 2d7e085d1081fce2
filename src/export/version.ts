/** The version of the explorer, as exported files carry it. */
export const EXPLORER_VERSION = '1.0.0'
