// Lays functions of a compiled kernel into their callers, further than its compiler does on its own: a call costs the engine some
// twenty instructions, for it keeps nothing in registers across one.
import binaryen from 'assemblyscript/binaryen';

/** How large a function may be, in the compiler's own measure, that is laid in. */
export interface LaidIn {
  /** Wherever it is called. */
  readonly everywhere: number;
  /** Where it has no loop and calls no other. */
  readonly light: number;
  /** Where it is called at one place only. */
  readonly onlyCaller: number;
}

/** What kernels may use of WebAssembly: what their compiler assumes, and vectors. */
const { MutableGlobals, NontrappingFPToInt, SignExt, BulkMemory, BulkMemoryOpt, SIMD128 } = binaryen.Features;
const features = MutableGlobals | NontrappingFPToInt | SignExt | BulkMemory | BulkMemoryOpt | SIMD128;

/** The same module with fewer calls, without the names of its functions; those that are seldom called stay where they are. */
export function laidIn(
  code: Uint8Array,
  { everywhere, light, onlyCaller }: LaidIn,
  rare: readonly string[],
): Uint8Array {
  const module = binaryen.readBinary(code);
  try {
    module.setFeatures(features);
    binaryen.setDebugInfo(false);
    binaryen.setOptimizeLevel(4);
    binaryen.setShrinkLevel(0);
    binaryen.setAlwaysInlineMaxSize(everywhere);
    binaryen.setFlexibleInlineMaxSize(light);
    binaryen.setOneCallerInlineMaxSize(onlyCaller);
    binaryen.setAllowInliningFunctionsWithLoops(true);
    for (const name of rare) {
      binaryen.setPassArgument('no-inline', name);
      module.runPasses(['no-inline']);
    }
    module.runPasses(['inlining-optimizing']);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
