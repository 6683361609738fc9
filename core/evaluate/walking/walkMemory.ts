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

let opened: WalkMemory | null | undefined;

/** The memory of this thread; null where the machine has no WebAssembly, or no room. */
export function walkMemory(): WalkMemory | null {
  if (opened === undefined) {
    try {
      opened = new WalkMemory(new WebAssembly.Module(bytesOf(kernelCode)));
    } catch {
      opened = null;
    }
  }
  return opened;
}
