// What the kernel asks of the program around it: the functions whose bits are the same everywhere, and the stations.

export declare function pow(base: f64, exponent: f64): f64;
export declare function exp(x: f64): f64;

/** Answers what stands in the row of the walk, for a set by its number. */
export declare function station(set: i32): void;
