// The parts of a plan by their places in the compiled model, in the plan's own words.
import type { NamedPart } from '../measures/explanation.ts';
import { otherWorkOf } from '../plan/otherWork.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { CompiledModel } from '../simulation/index.ts';

interface Named {
  readonly id: string;
  readonly name?: Text | undefined;
}

const partOf = (kind: NamedPart['kind'], part: Named | undefined): NamedPart => ({
  kind,
  id: part?.id ?? '',
  name: part?.name ?? part?.id ?? '',
});

export class Parts {
  private readonly plan: Plan;
  private readonly model: CompiledModel;

  constructor(plan: Plan, model: CompiledModel) {
    this.plan = plan;
    this.model = model;
  }

  channel(index: number): NamedPart {
    return partOf('channels', this.plan.channels[index]);
  }

  issueType(index: number): NamedPart {
    return partOf('issueTypes', this.plan.issueTypes[index]);
  }

  tier(index: number): NamedPart {
    return partOf('tiers', this.plan.tiers[index]);
  }

  team(index: number): NamedPart {
    return partOf('teams', this.plan.teams[index]);
  }

  promise(index: number): NamedPart {
    return partOf('promises', this.plan.promises[index]);
  }

  /** A group without a name is told by its team. */
  group(index: number): NamedPart {
    const id = this.model.groups[index]?.id ?? '';
    const team = this.plan.teams[this.model.groups[index]?.team ?? -1];
    const group = team?.groups.find((candidate) => candidate.id === id);
    const name = group?.name ?? ((team?.groups.length ?? 0) === 1 ? team?.name : undefined);
    return { kind: 'groups', id, name: name ?? id };
  }

  /** What contacts of a class come with and how, or the work that is no contact. */
  ofClass(index: number): readonly NamedPart[] {
    const found = this.model.classes[index];
    if (found === undefined || found.isInternal) {
      const work = otherWorkOf(this.plan).find(({ id }) => id === found?.id);
      return [partOf('demand', work)];
    }
    return [this.issueType(found.issueType), this.channel(found.channel)];
  }

  /** The part of one kind by its id; null where the plan has none. */
  find(kind: NamedPart['kind'], id: string): NamedPart | null {
    const lists: Readonly<Record<NamedPart['kind'], readonly Named[]>> = {
      channels: this.plan.channels,
      issueTypes: this.plan.issueTypes,
      tiers: this.plan.tiers,
      teams: this.plan.teams,
      promises: this.plan.promises,
      groups: this.plan.teams.flatMap(({ groups }) => groups),
      demand: this.plan.demand,
    };
    const part = lists[kind].find((candidate) => candidate.id === id);
    return part === undefined ? null : partOf(kind, part);
  }
}
