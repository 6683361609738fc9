// The memory that the kernel works in, and its pieces. It is made once and never grows, so that views of it stay what they
// are.

import { GrowthExceeded } from '../model/growth.ts';
import { bytesOf } from './kernelBytes.ts';
import { kernelCode } from './kernelCode.ts';
import { piecesAt } from './kernelLayout.ts';

/** Room for a tally of a year and half a million contacts at once; pages that nobody touches cost nothing. */
const pages = 1024;
const bytes = pages * 65_536;

/** What the kernel offers; a row is named by its place in bytes. */
export interface Kernel {
  /** Makes the first arrivals of so many classes, whose rows of so many bytes begin at a place. */
  startArrivals(classes: number, count: number, bytes: number): void;
  run(isBoundaryPassed: number): number;
  abandon(row: number): void;
  leaveWaiting(row: number, stopTime: number): void;
  decideResolution(row: number, seconds: number, isDecided: number): void;
}

export type SampleSlowly = (law: number, k0: number, k1: number, ordinal: number) => number;

/** The kernel beside its memory, seen as floats and as whole numbers. */
export interface KernelMemory {
  readonly kernel: Kernel;
  readonly floats: Float64Array;
  readonly ints: Int32Array;
  /** Who answers where a law's table has no draw: set before each replication. */
  sampleSlowly: SampleSlowly;
}

declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

let opened: KernelMemory | null | undefined;

/**
 * The kernel of this thread; null where the machine has no WebAssembly or no vector instructions. Errors: GrowthExceeded where
 * there is no room for its memory; another engine in its place would round differently, from one run to the next.
 */
export function kernelMemory(): KernelMemory | null {
  if (opened === undefined) {
    const module = compiledKernel();
    opened = module === null ? null : open(module);
  }
  return opened;
}

function compiledKernel(): object | null {
  try {
    return new WebAssembly.Module(bytesOf(kernelCode));
  } catch {
    return null;
  }
}

function open(module: object): KernelMemory {
  const memory = kernelPages();
  const sampleSlowly: SampleSlowly = (law, k0, k1, ordinal) =>
    (opened as KernelMemory).sampleSlowly(law, k0, k1, ordinal);
  const { exports } = new WebAssembly.Instance(module, { env: { memory }, host: { sampleSlowly } });
  return {
    kernel: exports as Kernel,
    floats: new Float64Array(memory.buffer),
    ints: new Int32Array(memory.buffer),
    sampleSlowly: () => Number.NaN,
  };
}

function kernelPages(): { readonly buffer: ArrayBuffer } {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    throw new GrowthExceeded(`no room for ${bytes} bytes`);
  }
}

/** Hands out the memory, piece by piece, to one replication at a time; all pieces are zero. */
export class MemoryPieces {
  private readonly memory: KernelMemory;
  private used = piecesAt;

  constructor(memory: KernelMemory) {
    this.memory = memory;
  }

  /** Bytes that are left. */
  get left(): number {
    return bytes - this.used;
  }

  floats(length: number): Float64Array {
    return new Float64Array(this.memory.floats.buffer, this.take(length * 8), length).fill(0);
  }

  ints(length: number): Int32Array {
    return new Int32Array(this.memory.ints.buffer, this.take(length * 4), length).fill(0);
  }

  /** The place of so many rows, all zero. */
  rows(count: number, bytesPerRow: number): number {
    return this.ints((count * bytesPerRow) / 4).byteOffset;
  }

  /** The place of so many bytes, whatever stands in them. */
  rough(length: number): number {
    return this.take(length);
  }

  private take(length: number): number {
    const at = this.used;
    if (length > this.left) throw new MemoryFull();
    this.used += Math.ceil(length / 8) * 8;
    return at;
  }
}

/** The model is too large for the lean loop. */
export class MemoryFull extends Error {}
