// What the parts of a random plan have to know of each other.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import type { Chance } from './chance.ts';

export interface Calendars {
  readonly list: NonNullable<PlanInput['calendars']>;
  /** Opening hours for channels and teams. */
  readonly ids: readonly string[];
  /** The hours of every channel and team, where they all close together. */
  readonly together: string | undefined;
}

export interface Shape {
  readonly chance: Chance;
  readonly contacts: number;
  readonly days: number;
  readonly start: string;
  readonly tiers: readonly string[];
  readonly calendars: Calendars;
  readonly issueTypes: readonly string[];
}

export type ChannelInput = PlanInput['channels'][number];
export interface Channels {
  /** Those by which contacts come. */
  readonly list: ChannelInput[];
  /** Those into which contacts change. */
  readonly further: ChannelInput[];
  readonly dispatcher: boolean;
}

export interface Demands {
  readonly issueTypes: PlanInput['issueTypes'];
  readonly demand: PlanInput['demand'];
  readonly profiles: NonNullable<PlanInput['profiles']>;
  readonly volumeModel: NonNullable<PlanInput['volumeModel']>;
}

export interface Teams {
  readonly list: PlanInput['teams'];
  readonly shifts: NonNullable<PlanInput['shifts']>;
  readonly leads: readonly string[];
}
