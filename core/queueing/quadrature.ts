// Integrals of smooth functions over finite intervals, several at once where they share their costly part.

const KRONROD_NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848,
];
const KRONROD_WEIGHTS = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889,
];
const KRONROD_MIDDLE = 0.20948214108472782;
/** Those of Gauss's rule, which uses every other node. */
const GAUSS_WEIGHTS = [0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0];
const GAUSS_MIDDLE = 0.4179591836734694;

const ENOUGH = 1e-14;
const DEEPEST = 40;

/**
 * Integrals of the components of `values(x)` over the panels between neighbouring `edges`, each to about 1e-13 of itself.
 *
 * Each panel is taken by Gauss's rule of 7 points within Kronrod's of 15, and halved until the two agree. The panels
 * must be fine enough to show where the functions are large; jumps belong on their edges.
 * Source: Piessens, de Doncker-Kapenga, Uberhuber and Kahaner, QUADPACK (1983), routine QAG.
 * Example: `integrals((x) => [x * x], [0, 1])` is `[1 / 3]`.
 */
export function integrals(values: (x: number) => readonly number[], edges: readonly number[]): number[] {
  const panels = edges.slice(1).map((right, k) => panelOf(values, edges[k] as number, right));
  const rough = sumOf(panels.map(({ fine }) => fine));
  const done: (readonly number[])[] = [];
  const halve = (panel: Panel, depth: number): void => {
    const isGood = panel.fine.every((fine, k) => {
      const all = Math.abs(rough[k] ?? 0) + Math.abs(fine);
      return Math.abs(fine - (panel.coarse[k] as number)) <= ENOUGH * 100 * all || all === 0;
    });
    // The error of the finer rule is far below the difference of the two: about its power of 1.5.
    if (isGood || depth >= DEEPEST) {
      done.push(panel.fine);
      return;
    }
    const middle = panel.left + (panel.right - panel.left) / 2;
    halve(panelOf(values, panel.left, middle), depth + 1);
    halve(panelOf(values, middle, panel.right), depth + 1);
  };
  for (const panel of panels) halve(panel, 0);
  return sumOf(done);
}

interface Panel {
  readonly left: number;
  readonly right: number;
  readonly fine: readonly number[];
  readonly coarse: readonly number[];
}

function panelOf(values: (x: number) => readonly number[], left: number, right: number): Panel {
  const half = (right - left) / 2;
  const middle = left + half;
  const atMiddle = values(middle);
  const fine = atMiddle.map((value) => value * KRONROD_MIDDLE);
  const coarse = atMiddle.map((value) => value * GAUSS_MIDDLE);
  for (let node = 0; node < KRONROD_NODES.length; node += 1) {
    const distance = half * (KRONROD_NODES[node] as number);
    const before = values(middle - distance);
    const after = values(middle + distance);
    for (let k = 0; k < fine.length; k += 1) {
      const both = (before[k] as number) + (after[k] as number);
      fine[k] = (fine[k] as number) + both * (KRONROD_WEIGHTS[node] as number);
      coarse[k] = (coarse[k] as number) + both * (GAUSS_WEIGHTS[node] as number);
    }
  }
  const scale = (value: number): number => value * half;
  return { left, right, fine: fine.map(scale), coarse: coarse.map(scale) };
}

function sumOf(parts: readonly (readonly number[])[]): number[] {
  const sums: number[] = [];
  for (const part of parts) for (const [k, value] of part.entries()) sums[k] = (sums[k] ?? 0) + value;
  return sums;
}
