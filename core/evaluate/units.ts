// The parts of a plan that can be calculated one after the other: lines that share agents, or that depend on each other in
// circles (returns, redials, hand-overs to and fro), are one unit; units are walked in the order in which work flows.
import { type Lanes, nextOf } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';

export interface Unit {
  /** Classes whose contacts arrive here, lines, sets, groups and channels, each in rising order. */
  readonly classes: readonly number[];
  readonly lines: readonly number[];
  readonly sets: readonly number[];
  readonly groups: readonly number[];
  readonly channels: readonly number[];
  readonly teams: readonly number[];
  readonly promises: readonly number[];
  /** Stages of its lines, in the order of the network. */
  readonly stages: readonly number[];
}

/** The units of a plan, each before those to which it hands work. Example: two teams of which one escalates to the other: two. */
export function unitsOf(model: SteadyModel, network: Lanes): Unit[] {
  const { lines, sets, liveLine, deferredLine } = network;
  const clusterOf = clustersOf(network, model.groups.length);
  const first = model.classes.length;
  const nodes = first + sets.length;
  const edges: number[][] = Array.from({ length: nodes }, () => []);
  const nodeOfLine = (l: number): number => first + (clusterOf[lines[l]?.set ?? 0] as number);
  const lead = (from: number, stage: number): void => {
    for (const l of [liveLine[stage] ?? -1, deferredLine[stage] ?? -1])
      if (l !== -1) edges[from]?.push(nodeOfLine(l));
  };
  model.classes.forEach(({ firstStage }, c) => {
    if (firstStage < 0) return;
    lead(c, firstStage);
    // Whoever arrives belongs to the lines in which people take the contact first.
    for (const l of [liveLine[firstStage] ?? -1, deferredLine[firstStage] ?? -1])
      if (l !== -1) edges[nodeOfLine(l)]?.push(c);
  });
  // A stage's live and deferred line take from one another.
  liveLine.forEach((live, stage) => {
    const deferred = deferredLine[stage] ?? -1;
    if (live === -1 || deferred === -1) return;
    edges[nodeOfLine(live)]?.push(nodeOfLine(deferred));
    edges[nodeOfLine(deferred)]?.push(nodeOfLine(live));
  });
  lines.forEach((line, l) => {
    const node = nodeOfLine(l);
    const { redialShare = 0, blockedRedialShare = 0 } = model.classes[line.classIndex] ?? {};
    const returns = (model.pairs[line.pair]?.returnShare ?? 0) > 0;
    if (returns || redialShare + blockedRedialShare > 0) edges[node]?.push(line.classIndex);
    for (const { stage } of nextOf(model, line.stage, line.pair)) lead(node, stage);
  });
  const circles = circlesOf(edges);
  const unitOf = new Int32Array(nodes);
  circles.forEach((members, u) => {
    for (const node of members) unitOf[node] = u;
  });
  const linesOf: number[][] = circles.map(() => []);
  lines.forEach((_, l) => {
    linesOf[unitOf[nodeOfLine(l)] as number]?.push(l);
  });
  return circles.flatMap((members, u): Unit[] => {
    const own = linesOf[u] as number[];
    const classes = members.filter((node) => node < first).sort((a, b) => a - b);
    if (own.length === 0 && classes.length === 0) return [];
    const ownSets = distinct(own.map((l) => lines[l]?.set ?? 0));
    const groups = distinct(ownSets.flatMap((s) => [...(sets[s]?.groups ?? [])]));
    const of = distinct([...classes, ...own.map((l) => lines[l]?.classIndex ?? 0)]);
    const isOwn = new Set(own);
    return [
      {
        classes,
        lines: own,
        sets: ownSets,
        groups,
        channels: distinct(of.map((c) => model.classes[c]?.channel ?? -1)).filter((channel) => channel >= 0),
        teams: distinct(own.map((l) => lines[l]?.team ?? 0)),
        promises: model.promises.flatMap(({ ofClass }, p) => (of.some((c) => ofClass[c] === 1) ? [p] : [])),
        stages: network.order.filter(
          (stage) => isOwn.has(liveLine[stage] ?? -1) || isOwn.has(deferredLine[stage] ?? -1),
        ),
      },
    ];
  });
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** For each set the number of the sets that share groups with it, directly or through others. */
function clustersOf({ sets }: Lanes, groups: number): Int32Array {
  const clusterOf = Int32Array.from(sets, (_, s) => s);
  const firstOf = new Int32Array(groups).fill(-1);
  const root = (s: number): number => {
    let at = s;
    while (clusterOf[at] !== at) at = clusterOf[at] as number;
    return at;
  };
  sets.forEach((set, s) => {
    for (const g of set.groups) {
      const other = firstOf[g] as number;
      if (other === -1) firstOf[g] = s;
      else {
        const [one, two] = [root(s), root(other)];
        clusterOf[Math.max(one, two)] = Math.min(one, two);
      }
    }
  });
  return Int32Array.from(sets, (_, s) => root(s));
}

/** Strongly connected parts of a graph, each before those that it leads to. Source: Tarjan, SIAM J. Comput. 1 (1972). */
function circlesOf(edges: readonly (readonly number[])[]): number[][] {
  const found = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const open: number[] = [];
  const circles: number[][] = [];
  let count = 0;
  const visit = (node: number): void => {
    found[node] = count;
    low[node] = count;
    count += 1;
    open.push(node);
    isOpen[node] = 1;
    for (const next of edges[node] ?? []) {
      if (found[next] === -1) {
        visit(next);
        low[node] = Math.min(low[node] as number, low[next] as number);
      } else if (isOpen[next] === 1) low[node] = Math.min(low[node] as number, found[next] as number);
    }
    if (low[node] !== found[node]) return;
    const circle: number[] = [];
    for (let member = -1; member !== node; ) {
      member = open.pop() as number;
      isOpen[member] = 0;
      circle.push(member);
    }
    circles.push(circle);
  };
  for (let node = 0; node < edges.length; node += 1) if (found[node] === -1) visit(node);
  return circles.reverse();
}
