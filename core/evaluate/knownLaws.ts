// What is kept of the laws by which stations were asked: the chains that were solved, and the outcomes by list of targets.
import type { ConcurrencyTable } from '../simulation/model/compiledModel.ts';
import { BlendedCells } from './blendedCells.ts';
import { BlendedGrid } from './blendedGrid.ts';
import { OutcomeRows } from './outcomeRows.ts';
import type { StationInput } from './station.ts';

/** How much is kept: laws and chains, which take long, and outcomes, which follow from them at once. */
export interface Kept {
  laws: number;
  outcomes: number;
}

/** All that an outcome depends on, besides agents, loads and targets. */
export class KnownLaw {
  readonly handling: number;
  readonly variation: number;
  readonly patience: number;
  readonly balking: number;
  readonly reserve: number;
  readonly places: number;
  readonly chats: ConcurrencyTable | null;
  readonly deferredHandling: number;
  /** Beside deferred work of small teams, by agents: the corners are the same for any targets. */
  readonly grids: BlendedGrid[] = [];
  byTargets: KnownOutcomes[] = [];

  constructor(input: StationInput) {
    this.handling = input.handling;
    this.variation = input.variation;
    this.patience = input.patience;
    this.balking = input.balking;
    this.reserve = input.reserve;
    this.places = input.places;
    this.chats = input.chats;
    this.deferredHandling = input.deferredHandling;
  }

  forgetTargets(): void {
    this.byTargets = [];
    // Not for every number of agents there is one.
    this.grids.forEach((grid) => {
      grid.forgetColumns();
    });
  }

  /** Whether a question differs from those of this law in nothing that may change from step to step. */
  isMet(input: StationInput): boolean {
    return (
      this.handling === input.handling &&
      this.variation === input.variation &&
      this.patience === input.patience &&
      this.balking === input.balking &&
      this.reserve === input.reserve &&
      this.places === input.places
    );
  }

  /** Whether a question is one of this law. */
  isAsked(input: StationInput): boolean {
    return (
      this.isMet(input) &&
      this.deferredHandling === input.deferredHandling &&
      isSameTable(this.chats, input.chats)
    );
  }
}

/** Outcomes of one law for a list of targets. */
export class KnownOutcomes {
  readonly law: KnownLaw;
  readonly targets: readonly number[];
  /** Beside deferred work of small teams, by agents; and the others. */
  private readonly cells: BlendedCells[] = [];
  readonly rows: OutcomeRows;
  private readonly kept: Kept;

  constructor(law: KnownLaw, targets: readonly number[], kept: Kept) {
    this.law = law;
    this.targets = targets;
    this.rows = new OutcomeRows(targets.length);
    this.kept = kept;
  }

  cellsOf(agents: number): BlendedCells {
    return this.cells[agents] ?? this.newCells(agents);
  }

  private newCells(agents: number): BlendedCells {
    const { law } = this;
    const grid = law.grids[agents] ?? new BlendedGrid(law, agents, this.kept);
    law.grids[agents] = grid;
    const cells = new BlendedCells(grid, this.targets);
    this.cells[agents] = cells;
    return cells;
  }
}

/** All laws that were asked for. */
export class KnownLaws {
  private byHandling = new Map<number, KnownLaw[]>();
  private readonly kept: Kept = { laws: 0, outcomes: 0 };
  private readonly most: number;

  /** More outcomes, or laws and chains, than `most` are forgotten together. */
  constructor(most: number) {
    this.most = most;
  }

  outcomesOf(input: StationInput): KnownOutcomes {
    this.forget();
    const law = this.lawOf(input);
    const { byTargets } = law;
    // Whoever moves a target asks for the last ones.
    for (let i = byTargets.length - 1; i >= 0; i -= 1) {
      const known = byTargets[i] as KnownOutcomes;
      if (isSameList(known.targets, input.targets)) return known;
    }
    const outcomes = new KnownOutcomes(law, input.targets, this.kept);
    byTargets.push(outcomes);
    return outcomes;
  }

  /** Notes that an outcome is kept. */
  note(): void {
    this.kept.outcomes += 1;
  }

  private lawOf(input: StationInput): KnownLaw {
    let laws = this.byHandling.get(input.handling);
    if (laws === undefined) {
      laws = [];
      this.byHandling.set(input.handling, laws);
    }
    for (let i = laws.length - 1; i >= 0; i -= 1) {
      const known = laws[i] as KnownLaw;
      if (known.isAsked(input)) return known;
    }
    const law = new KnownLaw(input);
    laws.push(law);
    this.kept.laws += 1;
    return law;
  }

  private forget(): void {
    const { kept } = this;
    if (kept.laws > this.most) {
      this.byHandling = new Map();
      kept.laws = 0;
      kept.outcomes = 0;
    }
    if (kept.outcomes > this.most) {
      for (const laws of this.byHandling.values()) for (const law of laws) law.forgetTargets();
      kept.outcomes = 0;
    }
  }
}

const isSameTable = (one: ConcurrencyTable | null, other: ConcurrencyTable | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.fewestFirst === other.fewestFirst &&
    isSameList(one.speed, other.speed));

function isSameList(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}
