// What stands at a place of a tally: its name, its unit and the part of the plan that it is about.
import type { ExplainedUnit, NamedPart } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { DerivedLayout } from '../../simulation/collect/derived.ts';
import type { MeasureScope } from '../../simulation/collect/scopes.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import {
  classCounter,
  classCounters,
  scalar,
  scalars,
  type TallyLayout,
  teamCounter,
  teamCounters,
} from '../../simulation/model/tallyLayout.ts';
import type { Parts } from '../parts.ts';

export interface Count {
  readonly name: QuantityName;
  readonly unit: ExplainedUnit;
  readonly of: NamedPart | null;
}

const nameAt = (counters: Readonly<Record<string, number>>, at: number): QuantityName =>
  (Object.entries(counters).find(([, place]) => place === at)?.[0] ?? 'counted') as QuantityName;

/** Time of agents is told in hours, time of customers as it is. */
const ofAgents: ReadonlySet<string> = new Set([
  ...['dutySeconds', 'busySeconds', 'overRunSeconds', 'offeredWorkSeconds', 'presentSeconds'],
]);

export function unitOf(name: QuantityName): ExplainedUnit {
  if (ofAgents.has(name)) return 'workSeconds';
  return name.endsWith('Seconds') || name === 'oldestSum' || name === 'oldestMost' ? 'seconds' : 'contacts';
}

export class Counts {
  private readonly model: CompiledModel;
  private readonly layout: TallyLayout;
  private readonly derived: DerivedLayout;
  private readonly parts: Parts;
  private readonly scope: MeasureScope['kind'] | 'promises';

  constructor(
    model: CompiledModel,
    layout: TallyLayout,
    derived: DerivedLayout,
    parts: Parts,
    scope: MeasureScope['kind'] | 'promises',
  ) {
    this.model = model;
    this.layout = layout;
    this.derived = derived;
    this.parts = parts;
    this.scope = scope;
  }

  at(place: number): Count {
    const { layout, parts, model } = this;
    const named = (name: QuantityName, of: NamedPart | null): Count => ({ name, unit: unitOf(name), of });
    if (place < scalars) return named(nameAt(scalar, place), null);
    if (place < layout.teamAt) {
      const at = place - layout.classAt;
      return named(nameAt(classCounter, at % classCounters), this.ofClass(Math.floor(at / classCounters)));
    }
    if (place < layout.promiseClassAt) {
      const at = place - layout.teamAt;
      return named(nameAt(teamCounter, at % teamCounters), parts.team(Math.floor(at / teamCounters)));
    }
    const isOfTeam = place >= layout.promiseTeamAt;
    const at = place - (isOfTeam ? layout.promiseTeamAt : layout.promiseClassAt);
    const row = Math.floor(at / 2);
    return named(
      at % 2 === 0 ? 'counted' : 'met',
      isOfTeam ? parts.team(row % layout.teams) : this.ofClass(row % model.classes.length),
    );
  }

  derivedAt(place: number): Count {
    const { derived, parts } = this;
    const contacts = (name: QuantityName, of: NamedPart | null = null): Count => ({
      name,
      unit: 'contacts',
      of,
    });
    if (place >= derived.expectedAt)
      return contacts('expected', parts.channel((place - derived.expectedAt) % this.model.channels.length));
    if (place === derived.solved) return contacts('solved');
    if (place === derived.reached) return contacts('reached');
    if (place === derived.months) return { name: 'months', unit: 'number', of: null };
    if (place >= derived.channelCostAt)
      return { name: 'channelCost', unit: 'money', of: parts.channel(place - derived.channelCostAt) };
    if (place >= derived.staffCostAt)
      return { name: 'staffCost', unit: 'money', of: parts.team(place - derived.staffCostAt) };
    if (place >= derived.presentSecondsAt)
      return {
        name: 'presentSeconds',
        unit: 'workSeconds',
        of: parts.team(place - derived.presentSecondsAt),
      };
    return { name: 'samples', unit: 'number', of: null };
  }

  /** Classes of a channel differ by what they come with; elsewhere they are told by channel. */
  private ofClass(index: number): NamedPart | null {
    const found = this.model.classes[index];
    if (found === undefined || found.isInternal) return this.parts.ofClass(index)[0] ?? null;
    return this.scope === 'channels'
      ? this.parts.issueType(found.issueType)
      : this.parts.channel(found.channel);
  }
}
