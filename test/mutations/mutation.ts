// What a planted mutation is: a line of the engine changed so that it breaks one rule of the page.

export interface Mutation {
  /** The rule of core/simulation/model.md that it breaks. */
  readonly rule: number;
  readonly breaks: string;
  /** What a random plan must have for the mutation to show: a rule that mattered, a step of a journey, or a feature. */
  readonly uses: string;
  /** Below core/simulation. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}
