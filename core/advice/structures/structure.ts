// An organisation before it has people: tiers, teams, and which contacts begin or are passed on where.
import type { AdviceDecision, CandidateKind } from '../../measures/advice.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { ServedChannel } from '../priors/channels.ts';
import type { PayGrade } from '../priors/money.ts';

export type Sourcing = 'inHouse' | 'remote' | 'outsourced' | 'distributed';

export interface TeamDraft {
  readonly id: string;
  readonly name: Text;
  readonly specialty: Text | null;
  /** Place of its tier, from 0 on. */
  readonly tier: number;
  /** Issues and channels whose contacts begin here. */
  readonly issues: readonly string[];
  readonly channels: readonly ServedChannel[];
  /** Issues that are passed on to it from the tier before. */
  readonly takes: readonly string[];
  readonly grade: PayGrade;
  /** Factor on the minutes of its own issues: below 1 where it does nothing else, above where it does everything. */
  readonly factorOf: (issue: string) => number;
  readonly sourcing: Sourcing;
  /** Bears the name of a kind of issue. */
  readonly isSpecialist: boolean;
  /** When it works: all the time that is open, or at peaks and outside of the office day. */
  readonly duty: 'open' | 'office' | 'peaks';
  /** Decisions behind it, the most telling first. */
  readonly decisions: readonly string[];
}

export interface Structure {
  readonly kind: CandidateKind;
  readonly tiers: readonly Text[];
  readonly teams: readonly TeamDraft[];
  /** Channels on which a dispatcher takes first contact. */
  readonly dispatched: readonly ServedChannel[];
  readonly decisions: readonly AdviceDecision[];
}
