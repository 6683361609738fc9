import { describe, expect, it } from 'vitest';
import { bandPath, flowLayout } from '../../renderer/parts/results/flowLayout.ts';

const nodes = [
  { key: 'phone', label: 'Phone', layer: 0 },
  { key: 'one', label: 'One', layer: 1 },
  { key: 'two', label: 'Two', layer: 2 },
  { key: 'solved', label: 'Solved', layer: 3 },
  { key: 'nobody', label: 'Nobody', layer: 1 },
];
const bands = [
  { kind: 'arrival', from: 'phone', to: 'one', value: 100 },
  { kind: 'functional', from: 'one', to: 'two', value: 30 },
  { kind: 'functional', from: 'two', to: 'one', value: 5 },
  { kind: 'solved', from: 'one', to: 'solved', value: 75 },
  { kind: 'solved', from: 'two', to: 'solved', value: 25 },
  { kind: 'moved', from: 'two', to: 'solved', value: 0 },
];

describe('flowLayout', () => {
  const layout = flowLayout(nodes, bands, 600);
  const node = (key: string) => layout.nodes.find((one) => one.key === key);

  it('makes bands as thick, and nodes as high, as what flows', () => {
    const [first] = layout.bands;
    for (const { value, thickness } of layout.bands)
      expect(thickness / value).toBeCloseTo((first?.thickness ?? 0) / 100, 9);
    expect(node('one')?.value).toBe(105);
    expect((node('one')?.height ?? 0) / (node('phone')?.height ?? 1)).toBeCloseTo(1.05, 9);
  });

  it('keeps the bands at a node within it, and nodes of a layer apart', () => {
    for (const { from, to, y1, y2, thickness } of layout.bands)
      for (const [key, y] of [
        [from, y1],
        [to, y2],
      ] as const) {
        const at = node(key);
        expect(y - thickness / 2).toBeGreaterThanOrEqual((at?.y ?? 0) - 1e-9);
        expect(y + thickness / 2).toBeLessThanOrEqual((at?.y ?? 0) + (at?.height ?? 0) + 1e-9);
      }
    for (const { y, height } of layout.nodes) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
  });

  it('leaves out what nothing flows to, and is turned for texts from right to left', () => {
    expect(node('nobody')).toBeUndefined();
    expect(layout.bands).toHaveLength(5);
    const [first] = layout.bands;
    if (first === undefined) throw new Error('no band');
    expect(bandPath(first, (x) => x)).toMatch(/^M12 /);
    expect(bandPath(first, (x) => 600 - x)).toMatch(/^M588 /);
  });
});
