// The kernel of the walk beside its memory, which grows with the largest unit that is walked: one a thread, for one unit at a time.
import { pow } from '../../numerics/pow.ts';
import { bytesOf } from '../../simulation/lean/kernelBytes.ts';
import { kernelCode } from './kernelCode.ts';

const pageBytes = 65_536;
const firstPages = 64;
const mostPages = 32_768;
/** Where the row of the walk stands; as in kernel/state.ts. */
export const walkAt = 1024;

export interface WalkKernel {
  placeBacklog(line: number, contacts: number): void;
  run(): void;
}

declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => KernelPages;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

interface KernelPages {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export class WalkMemory {
  readonly kernel: WalkKernel;
  /** Answers for the station of a set by its number; set before each walk. */
  station: (set: number) => void = () => {};
  private readonly pages: KernelPages;

  constructor(module: object) {
    this.pages = new WebAssembly.Memory({ initial: firstPages, maximum: mostPages });
    const host = { powUnusual: pow, station: (set: number) => this.station(set) };
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.pages }, host });
    this.kernel = exports as unknown as WalkKernel;
  }

  /** The memory; another object after each growth. */
  get buffer(): ArrayBuffer {
    return this.pages.buffer;
  }

  reach(bytes: number): void {
    const missing = bytes - this.buffer.byteLength;
    if (missing > 0) this.pages.grow(Math.ceil(missing / pageBytes));
  }
}

/** Units that would need more are walked in TypeScript, which takes memory only for what happens. */
const mostBytes = 96 * 1_048_576;
/** Memory of a kernel never becomes smaller: one with more than this is let go after the walk. */
const keptBytes = 32 * 1_048_576;

let module: object | null | undefined;
let opened: WalkMemory | null = null;

/** The memory of this thread for so many bytes; null where that is too much, or the machine has no WebAssembly. */
export function walkMemory(bytes: number): WalkMemory | null {
  if (bytes > mostBytes) return null;
  module = module === undefined ? compiled() : module;
  if (module === null) return null;
  try {
    opened ??= new WalkMemory(module);
    opened.reach(bytes);
  } catch {
    opened = null;
  }
  return opened;
}

/** To be told after each walk. */
export function endWalk({ buffer }: WalkMemory): void {
  if (buffer.byteLength > keptBytes) opened = null;
}

function compiled(): object | null {
  try {
    return new WebAssembly.Module(bytesOf(kernelCode));
  } catch {
    return null;
  }
}
