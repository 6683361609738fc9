/** So many more, or fewer, at a post at a time. */
export interface Candidate {
  readonly post: number;
  step: number;
  /** What it brings for what it takes, as last found. */
  worth: number;
}

/** The most worth, asked anew only where what was found before may be the most; undefined: nothing is worth anything. */
export function bestOf(
  candidates: readonly Candidate[],
  worthOf: (candidate: Candidate) => number,
): Candidate | undefined {
  const order = [...candidates].sort((one, other) => other.worth - one.worth || one.post - other.post);
  let best: Candidate | undefined;
  for (const candidate of order) {
    if (best !== undefined && best.worth >= candidate.worth) break;
    candidate.worth = worthOf(candidate);
    if (candidate.worth > 0 && (best === undefined || candidate.worth > best.worth)) best = candidate;
  }
  return best;
}
