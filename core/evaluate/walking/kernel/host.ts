// What the kernel asks of the program around it.

/** A power whose base is no ordinary number above 0, or whose exponent is beyond all measure. */
export declare function powUnusual(base: f64, exponent: f64): f64;

/** Answers what stands in the row of the walk, for a set by its number. */
export declare function station(set: i32): void;
