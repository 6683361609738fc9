// What the kernel asks of the program around it.

/** A draw in seconds where the law's table has none: of a law of the model, or of the unit exponential (-1). */
export declare function sampleSlowly(law: i32, k0: i32, k1: i32, ordinal: i32): f64;
