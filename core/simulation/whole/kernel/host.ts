// What the kernel asks of the program around it.

/** Makes room for so many more bytes, or throws. */
export declare function growBy(bytes: i32): void;

/** How long after an instant every promise given before it is decided. */
export declare function decisionSeconds(from: f64): f64;
