import { expect, it, vi } from 'vitest';
import { bytesOf } from '../../../core/simulation/lean/kernelBytes.ts';
import { kernelMemory } from '../../../core/simulation/lean/kernelMemory.ts';
import { leanModelOf } from '../../../core/simulation/lean/leanModel.ts';
import { leanReplication } from '../../../core/simulation/lean/leanReplication.ts';
import type { CompiledModel } from '../../../core/simulation/model/compiledModel.ts';
import { scalar } from '../../../core/simulation/model/tallyLayout.ts';
import { kernelCodeText, kernelSources } from '../../../electron/files/kernel/compileKernel.ts';
import { rowPlacesText } from '../../../electron/files/kernel/rowPlaces.ts';
import { readProjectFile } from '../../rules/sourceFiles.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { singleQueuePlan } from '../../support/plans.ts';

const plan = () =>
  compiledPlan(singleQueuePlan({ agents: 5, meanHandlingSeconds: 300, contactsPerHour: 40 }));

function leanOf(model: CompiledModel) {
  const lean = leanModelOf(model);
  return lean === null ? null : leanReplication(model, lean, 1, 0, () => {});
}

it('the kernels that are kept are what their sources compile to', { timeout: 120_000 }, async () => {
  for (const source of Object.values(kernelSources))
    expect(readProjectFile(`core/${source.folder}/kernelCode.ts`)).toBe(await kernelCodeText(source));
  for (const folder of ['simulation/whole', 'evaluate/walking'])
    expect(readProjectFile(`core/${folder}/rowPlaces.ts`)).toBe(rowPlacesText(folder));
});

it('bytes are read from base64 of any length', () => {
  expect([...bytesOf('AGFzbQ==')]).toEqual([0, 97, 115, 109]);
  for (const length of [0, 1, 2, 3, 4, 5, 255]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + 7) % 256);
    expect([...bytesOf(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
  }
});

it('one memory serves a thread, and it never grows', () => {
  const memory = kernelMemory();
  expect(memory).not.toBeNull();
  const before = memory?.ints.buffer;
  expect(leanOf(plan())).not.toBeNull();
  expect(kernelMemory()).toBe(memory);
  expect(memory?.ints.buffer).toBe(before);
});

it('a machine without WebAssembly leaves every plan to the general engine: the same result but for rounding', async () => {
  const { simulateReplication } = await import('../../../core/simulation/index.ts');
  const model = plan();
  const expected = simulateReplication(model, 1, 0);
  expect(leanOf(model)).not.toBeNull();
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const again = await import('../../../core/simulation/simulateReplication.ts');
    const memory = await import('../../../core/simulation/lean/kernelMemory.ts');
    expect(memory.kernelMemory()).toBeNull();
    const { contacts, values } = again.simulateReplication(model, 1, 0);
    expect(contacts).toBe(expected.contacts);
    const isClose = (value: number, at: number): boolean =>
      at === scalar.events ||
      Math.abs(value - (expected.values[at] ?? 0)) <= 1e-7 * Math.max(1, Math.abs(value));
    expect(values.length).toBe(expected.values.length);
    expect(values.every(isClose)).toBe(true);
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
});

it('a machine without room for the memory is told so: no other engine takes its place unseen', async () => {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', {
    Module: WebAssembly.Module,
    Memory: class {
      constructor() {
        throw new RangeError('could not allocate memory');
      }
    },
  });
  try {
    const again = await import('../../../core/simulation/lean/kernelMemory.ts');
    expect(() => again.kernelMemory()).toThrow(/no room/);
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
});
