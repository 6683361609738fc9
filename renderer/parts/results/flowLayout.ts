// Where the bands of a flow picture lie: nodes in layers, bands as thick as what flows. Pure; x runs from where reading begins,
// whoever draws turns it.

export interface FlowNode {
  readonly key: string;
  readonly label: string;
  /** From 0 on. */
  readonly layer: number;
}
export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly kind: string;
}
export interface PlacedNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly value: number;
}
export interface PlacedBand extends FlowBand {
  readonly thickness: number;
  /** Middles of its ends. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly PlacedBand[];
  readonly height: number;
}

export const nodeWidth = 12;
const gap = 26;
const leastHeight = 260;
const perNode = 64;

/**
 * Nodes keep the order in which they come; a node is as high as the larger of what goes in and what goes out. Bands of nothing
 * and nodes without bands are left out. Example: 3 from a to b in two layers is one band of the full height.
 */
export function flowLayout(
  nodes: readonly FlowNode[],
  bands: readonly FlowBand[],
  width: number,
): FlowLayout {
  const real = bands.filter(({ value, from, to }) => value > 0 && from !== to);
  const sumOf = (key: string, end: 'from' | 'to'): number =>
    real.reduce((sum, band) => (band[end] === key ? sum + band.value : sum), 0);
  const used = nodes
    .map((node) => ({ ...node, value: Math.max(sumOf(node.key, 'from'), sumOf(node.key, 'to')) }))
    .filter(({ value }) => value > 0);
  const layers = [...new Set(used.map(({ layer }) => layer))].sort((a, b) => a - b);
  const inLayer = layers.map((layer) => used.filter((node) => node.layer === layer));
  const most = Math.max(1, ...inLayer.map((list) => list.length));
  const height = Math.max(leastHeight, most * perNode);
  const scale = Math.min(
    ...inLayer.map((list) => {
      const sum = list.reduce((whole, { value }) => whole + value, 0);
      return (height - gap * list.length) / Math.max(1e-9, sum);
    }),
  );
  const step = layers.length < 2 ? 0 : (width - nodeWidth) / (layers.length - 1);
  const placed = inLayer.flatMap((list, at) => {
    const whole = list.reduce((sum, { value }) => sum + value * scale, 0) + gap * (list.length - 1);
    let y = (height - whole) / 2;
    return list.map((node) => {
      const one = { ...node, x: at * step, y, height: node.value * scale };
      y += one.height + gap;
      return one;
    });
  });
  const byKey = new Map(placed.map((node) => [node.key, node]));
  const offsets = { from: new Map<string, number>(), to: new Map<string, number>() };
  const slot = (end: 'from' | 'to', key: string, thickness: number): number => {
    const before = offsets[end].get(key) ?? 0;
    offsets[end].set(key, before + thickness);
    return (byKey.get(key)?.y ?? 0) + before + thickness / 2;
  };
  // Bands leave and enter in the order of their other ends, so that they cross as little as they can.
  const place = (band: FlowBand, end: 'from' | 'to'): number => byKey.get(band[end])?.y ?? 0;
  const known = real.filter(({ from, to }) => byKey.has(from) && byKey.has(to));
  const starts = new Map(
    known
      .toSorted((a, b) => place(a, 'to') - place(b, 'to'))
      .map((band) => [band, slot('from', band.from, band.value * scale)]),
  );
  const ends = new Map(
    known
      .toSorted((a, b) => place(a, 'from') - place(b, 'from'))
      .map((band) => [band, slot('to', band.to, band.value * scale)]),
  );
  return {
    nodes: placed,
    height,
    bands: known.map((band) => ({
      ...band,
      thickness: band.value * scale,
      x1: (byKey.get(band.from)?.x ?? 0) + nodeWidth,
      y1: starts.get(band) ?? 0,
      x2: byKey.get(band.to)?.x ?? 0,
      y2: ends.get(band) ?? 0,
    })),
  };
}

/** The middle line of a band; back to an earlier layer it bows out. */
export function bandPath({ x1, y1, x2, y2 }: PlacedBand, turn: (x: number) => number): string {
  const bend = x2 > x1 ? (x2 - x1) / 2 : 48;
  const at = (x: number, y: number): string => `${Math.round(turn(x) * 10) / 10} ${Math.round(y * 10) / 10}`;
  return `M${at(x1, y1)}C${at(x1 + bend, y1)} ${at(x2 - bend, y2)} ${at(x2, y2)}`;
}
