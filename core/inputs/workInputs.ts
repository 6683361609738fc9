// Inputs of the work itself: how long it takes, what follows it, who comes back.
import type { InputAbout } from '../measures/inputKinds.ts';
import type { ContactFilter } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { InputList } from './inputList.ts';

/** What a rule is about, as far as its filter names parts of the plan; several rules may have the same. */
function aboutRule(when: ContactFilter, place: number, rules: number): InputAbout {
  const { issueTypes, channels, tiers, teams } = when;
  return {
    ...(issueTypes !== undefined && { issueTypes }),
    ...(channels !== undefined && { channels }),
    ...(tiers !== undefined && { tiers }),
    ...(teams !== undefined && { teams }),
    ...(rules > 1 && { rule: place + 1 }),
  };
}

export function addWork(list: InputList, plan: Plan): void {
  plan.handling.forEach(({ when, time, wrapUpShare }, h) => {
    const about = aboutRule(when, h, plan.handling.length);
    list.law(['handling', h, 'time'], time, { kind: 'handling', about });
    list.quantity(['handling', h, 'wrapUpShare'], wrapUpShare, { kind: 'wrapUp', about });
  });
  plan.outcomes.forEach(({ when, next }, o) => {
    const about = aboutRule(when, o, plan.outcomes.length);
    next.forEach((step, n) => {
      const path = ['outcomes', o, 'next', n];
      const departments = step.kind === 'otherDepartment' ? { departments: [step.department] } : {};
      const of = { ...about, ...departments };
      list.quantity([...path, 'share'], step.share, {
        kind: 'escalation',
        about: of,
        mixOf: `outcomes/${o}`,
      });
      if (step.kind === 'functional') {
        const early = [...path, 'recognisedAtOnceShare'];
        list.quantity(early, step.recognisedAtOnceShare, { kind: 'escalation', about });
        list.law([...path, 'recognition'], step.recognition, { kind: 'handling', about });
      } else if (step.kind === 'otherDepartment')
        list.law([...path, 'handlingAfter'], step.handlingAfter, { kind: 'handling', about: of });
    });
  });
  plan.returns.forEach(({ when, share, delay }, r) => {
    const about = aboutRule(when, r, plan.returns.length);
    list.quantity(['returns', r, 'share'], share, { kind: 'returns', about });
    list.law(['returns', r, 'delay'], delay, { kind: 'delay', about });
  });
  plan.departments.forEach(({ id, turnaround }, d) => {
    const about = { departments: [id] };
    list.law(['departments', d, 'turnaround'], turnaround, { kind: 'turnaround', about });
  });
  plan.internalWork.forEach(({ team, hoursPerWeek }, w) => {
    const about = { teams: [team] };
    const path = ['internalWork', w, 'hoursPerWeek'];
    list.quantity(path, hoursPerWeek, { kind: 'internalWork', unit: 'hours', about });
  });
  addDuties(list, plan);
}

/** Only what is done between contacts bears on promises. */
function addDuties(list: InputList, plan: Plan): void {
  plan.duties?.forEach(({ time, who }, d) => {
    if (time === undefined || time.kind === 'handling' || time.kind === 'work' || time.done === 'reserved')
      return;
    const teams = who.flatMap(({ team, parts }) =>
      team !== undefined && parts.includes('does') ? [team] : [],
    );
    const roles = who.flatMap(({ role, parts }) =>
      role !== undefined && parts.includes('does') ? [role] : [],
    );
    const about = { ...(teams.length > 0 && { teams }), ...(roles.length > 0 && { roles }) };
    const path = ['duties', d, 'time'];
    const kind = 'internalWork';
    if (time.kind === 'hours')
      list.quantity([...path, 'hoursPerWeek'], time.hoursPerWeek, { kind, unit: 'hours', about });
    else {
      if (time.kind === 'pieces')
        list.quantity([...path, 'perWeek'], time.perWeek, { kind, unit: 'contacts', about });
      list.quantity([...path, 'secondsEach'], time.secondsEach, { kind, unit: 'seconds', about });
    }
  });
}
