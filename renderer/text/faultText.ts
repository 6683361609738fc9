import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import type { Texts } from './TextProvider.tsx';

/** Parts of the plan that faults name by id, and the list in which each is found. */
const lists = {
  channel: 'channels',
  issueType: 'issueTypes',
  team: 'teams',
  tier: 'tiers',
  role: 'roles',
  contract: 'contracts',
  shift: 'shifts',
  profile: 'profiles',
  department: 'departments',
  calendar: 'calendars',
} as const;

/** What is wrong and what to do about it; parts are called by their names where the plan is at hand. */
export function faultText({ t, say }: Pick<Texts, 't' | 'say'>, fault: Fault, plan: Plan | null): string {
  const named = (name: string, value: string | number): string | number => {
    if (plan === null || !Object.hasOwn(lists, name)) return value;
    const found = plan[lists[name as keyof typeof lists]].find(({ id }) => id === value);
    return found === undefined ? value : say(found.name) || value;
  };
  const params = Object.fromEntries(
    Object.entries(fault.params).map(([name, value]) => [name, named(name, value)]),
  );
  return t.dynamic('faults', fault.code, params);
}
