/** A column of real numbers; shape [d]. */
export type Vector = readonly number[]

/** Rows of equal length; shape [rows, columns]. */
export type Matrix = readonly Vector[]
