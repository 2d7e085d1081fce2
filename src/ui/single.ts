/** Whether the explorer is one file that holds its workers as data, and may have been opened from a disk. */
export const IS_SINGLE = import.meta.env.MODE === 'single'
