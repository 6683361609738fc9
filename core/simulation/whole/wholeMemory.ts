// The kernel of the whole model beside its memory, which grows with what it holds: one a thread, for one replication at a time.
import { bytesOf } from '../lean/kernelBytes.ts';
import { GrowthExceeded, takeGrowth } from '../model/growth.ts';
import { kernelCode } from './kernelCode.ts';

const pageBytes = 65_536;
const firstPages = 64;
const mostPages = 32_768;

/** What the kernel offers; a row is named by its place in bytes. */
export interface WholeKernel {
  begin(): void;
  addAgents(group: number, count: number): void;
  placeBacklog(of: number, stage: number, ordinal: number, entered: number): void;
  start(): void;
  /** Why it hands back: 0 the replication is over, 1 progress is to be told, 2 an instant does not end. */
  run(): number;
  close(): void;
  /** Where its constants end. */
  constantsEnd(): number;
}

/** Who answers what the kernel asks: set before each replication. */
export interface KernelQuestions {
  sampleSlowly(law: number, k0: number, k1: number, ordinal: number): number;
  decisionSeconds(from: number): number;
  /** The kernel may use the memory up to here from now on. */
  endMoved(end: number): void;
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

/** Room beyond what is asked, so that it is not asked often. */
const bytesAtOnce = 1_048_576;

export class WholeMemory {
  readonly kernel: WholeKernel;
  questions: KernelQuestions | null = null;
  private readonly pages: KernelPages;
  private end = 0;

  constructor(module: object) {
    this.pages = pagesOf();
    const host = {
      sampleSlowly: (law: number, k0: number, k1: number, ordinal: number) =>
        (this.questions as KernelQuestions).sampleSlowly(law, k0, k1, ordinal),
      decisionSeconds: (from: number) => (this.questions as KernelQuestions).decisionSeconds(from),
      growBy: (bytes: number) => this.growBy(bytes),
    };
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.pages }, host });
    this.kernel = exports as unknown as WholeKernel;
  }

  /** The memory; another object after each growth. */
  get buffer(): ArrayBuffer {
    return this.pages.buffer;
  }

  /** Makes the memory at least so long, for what is laid down before a replication. Errors: GrowthExceeded where there is no room. */
  reach(bytes: number): void {
    const missing = bytes - this.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.pages.grow(Math.ceil(missing / pageBytes));
    } catch {
      throw new GrowthExceeded(`no room for ${missing} bytes more`);
    }
  }

  /** The kernel may grow from here on, as far as the replication is allowed to. */
  beginAt(end: number): void {
    this.end = end;
  }

  private growBy(bytes: number): void {
    const more = Math.max(bytes, bytesAtOnce);
    takeGrowth(more);
    this.reach(this.end + more);
    this.end += more;
    (this.questions as KernelQuestions).endMoved(this.end);
  }
}

function pagesOf(): KernelPages {
  try {
    return new WebAssembly.Memory({ initial: firstPages, maximum: mostPages });
  } catch {
    throw new GrowthExceeded(`no room for ${firstPages * pageBytes} bytes`);
  }
}

let opened: WholeMemory | null | undefined;

/** The memory of this thread; null where the machine has no WebAssembly or no vector instructions. Errors: GrowthExceeded. */
export function wholeMemory(): WholeMemory | null {
  if (opened === undefined) {
    const module = compiledKernel();
    opened = module === null ? null : new WholeMemory(module);
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
