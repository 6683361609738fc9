// A plan with other figures: what sensitivity and uncertainty change, everything else as it is.
import { lawMean, lawTimes } from '../plan/lawMean.ts';
import { amount, type Quantity } from '../plan/schema/elements.ts';
import type { Law } from '../plan/schema/law.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Staffing } from '../plan/schema/team.ts';
import { staffedWith } from './staffed.ts';
import type { StatedInput } from './statedInput.ts';

type Path = readonly (string | number)[];
type Part = Readonly<Record<string | number, unknown>>;

/**
 * The plan with the inputs at the values given (by key), all others of `inputs` as they are. Shares that exclude each other keep
 * together what all leaves: those not named grow or shrink in proportion, and named ones that exceed all are brought down to it.
 * Range: values inside the limits of their fields. Example: escalated 0.2 and to the lead 0.1; 0.36 escalated leaves 0.08.
 */
export function withInputs(
  plan: Plan,
  inputs: readonly StatedInput[],
  values: ReadonlyMap<string, number>,
): Plan {
  const full = new Map(values);
  for (const [key, value] of madeRoom(inputs, values)) full.set(key, value);
  let changed = plan;
  for (const input of inputs) {
    const value = full.get(input.key);
    if (value !== undefined) changed = withInput(changed, input, value);
  }
  return changed;
}

/** The shares of each mix of which some are named: all its members, so that they leave room for each other. */
function madeRoom(
  inputs: readonly StatedInput[],
  values: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const mixes = new Set(
    inputs.flatMap(({ key, mixOf }) => (mixOf !== undefined && values.has(key) ? [mixOf] : [])),
  );
  for (const mix of mixes) {
    const members = inputs.filter(({ mixOf }) => mixOf === mix);
    const named = members.filter(({ key }) => values.has(key));
    const before = named.reduce((sum, { value }) => sum + value, 0);
    const after = named.reduce((sum, { key }) => sum + (values.get(key) as number), 0);
    const left = Math.max(0, 1 - after);
    const room = 1 - before > 1e-12 ? left / (1 - before) : 0;
    for (const member of members) {
      const value = values.get(member.key);
      if (value === undefined) found.set(member.key, member.value * room);
      else found.set(member.key, after > 1 ? value / after : value);
    }
  }
  return found;
}

function withInput(plan: Plan, input: StatedInput, value: number): Plan {
  const { form, path } = input;
  switch (form) {
    case 'number':
      return replaced(plan, path, () => value);
    case 'mean':
      return replaced(plan, path.slice(0, -1), (law) => withMean(law as Law, value));
    case 'cv':
      return replaced(plan, path, () => value);
    case 'agents':
      return replaced(plan, path, (staffing) => staffedWith(staffing as Staffing, value - input.value));
    case 'forecast':
      return withVolumes(plan, () => value);
    case 'mix':
      return withShare(plan, String(input.about.issueTypes?.[0]), value);
  }
}

/** Without the range, which was that of the mean before. */
function withMean(law: Law, mean: number): Law {
  const changed = lawTimes(law, mean / lawMean(law));
  if (changed.law === 'never') return changed;
  const { meanLowSeconds: _, meanHighSeconds: __, rangeHolds: ___, distribution: ____, ...rest } = changed;
  return rest as Law;
}

/** The volume of one issue type brought to a share of all, the others in their proportions. */
function withShare(plan: Plan, issueType: string, share: number): Plan {
  const contactsOf = (isOwn: boolean): number =>
    plan.demand
      .filter((demand) => (demand.issueType === issueType) === isOwn)
      .reduce((sum, { volume }) => sum + (volume === undefined ? 0 : amount(volume.contacts)), 0);
  const own = contactsOf(true);
  const others = contactsOf(false);
  const all = own + others;
  return withVolumes(plan, (demand) =>
    demand.issueType === issueType ? (share * all) / own : others === 0 ? 1 : ((1 - share) * all) / others,
  );
}

function withVolumes(plan: Plan, factorOf: (demand: Plan['demand'][number]) => number): Plan {
  return {
    ...plan,
    demand: plan.demand.map((demand) => {
      if (demand.volume === undefined) return demand;
      const contacts = amount(demand.volume.contacts as Quantity) * factorOf(demand);
      return { ...demand, volume: { ...demand.volume, contacts } };
    }),
  };
}

/** The plan with one part replaced; what lies beside the path is shared. */
function replaced(plan: Plan, path: Path, change: (part: unknown) => unknown): Plan {
  const at = (part: unknown, rest: Path): unknown => {
    const [step, ...below] = rest;
    if (step === undefined) return change(part);
    if (Array.isArray(part)) return part.map((item, i) => (i === step ? at(item, below) : item));
    return { ...(part as Part), [step]: at((part as Part)[step], below) };
  };
  return at(plan, path) as Plan;
}
