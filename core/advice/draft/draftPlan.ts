// An organisation with its people as a whole plan.
import type { Text } from '../../plan/schema/elements.ts';
import { formatVersion, type PlanInput } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import { quantityOf } from '../company/figure.ts';
import { calendarOf } from '../company/openWeek.ts';
import { goalsOf } from '../decisions/goals.ts';
import { retentionStrategies } from '../decisions/retention.ts';
import type { Structure } from '../structures/structure.ts';
import { assumedSource, type Words, words } from '../words.ts';
import { channelsOf, demandOf, issueTypesOf, openHours, profilesOf, tierId } from './demand.ts';
import { departmentsOf, handlingOf, outcomesOf, promisesOf, returnsOf, triggersOf } from './flow.ts';
import { otherWorkOf } from './otherWork.ts';
import { contractOf, type RoleId, roleOf } from './people.ts';
import { Shifts, type Staff } from './staff.ts';
import { higherTeams, serviceTeams, usedContracts } from './teams.ts';

/** A usual first day; a window gives its own. */
export const usualStart = '2027-01-02';

const kindNames: Readonly<Record<Structure['kind'], Words>> = {
  pool: words('one pool', 'یک تیم', 'فريق واحد'),
  tiers: words('tiers', 'رده‌ها', 'مستويات'),
  specialists: words('tiers with specialist teams', 'رده‌ها با تیم‌های تخصصی', 'مستويات مع فرق متخصصة'),
  byChannel: words('by channel', 'به تفکیک کانال', 'بحسب القناة'),
  byIssue: words('by kind of issue', 'به تفکیک نوع مسئله', 'بحسب نوع المسألة'),
  overflow: words('with help at peaks', 'با کمک در اوج', 'مع عون في الذروة'),
};

const joined = (name: Text, kind: Words): Words => {
  const of = (language: 'en' | 'fa' | 'ar'): string =>
    typeof name === 'string' ? name : (name[language] ?? name.en ?? name.fa ?? name.ar ?? '');
  const dash = ' – ';
  return {
    en: `${of('en')}${dash}${kind.en}`,
    fa: `${of('fa')}${dash}${kind.fa}`,
    ar: `${of('ar')}${dash}${kind.ar}`,
  };
};

const note = words(
  'Proposed from what the company needs. Whatever is marked as assumed is usual, not measured: measure it before you decide.',
  'پیشنهادی بر پایه‌ی نیازهای شرکت است. هر چه نشان «فرض» دارد مقداری معمول است و اندازه‌گیری نشده است: پیش از تصمیم آن را اندازه بگیرید.',
  'اقتُرحت من احتياجات الشركة. كل ما وُسم بأنه مفترض معتاد لا مقيس، فقِسه قبل أن تقرّر.',
);

export function draftPlan(choices: Choices, structure: Structure, staff: Staff): PlanInput {
  const { company } = choices;
  const { asked, needs, locale, week } = company;
  const hasLeads = staff.leads.groups.length > 0;
  const shifts = new Shifts();
  const teams = [...serviceTeams(choices, structure, staff, shifts), ...higherTeams(choices, staff, shifts)];
  const roles = new Set<RoleId>(teams.flatMap(({ groups }) => groups.map(({ role }) => role as RoleId)));
  return {
    ...{ format: 'saff-plan', formatVersion, id: `${asked.id}-${structure.kind}`.slice(0, 64) },
    name: joined(company.name, kindNames[structure.kind]),
    notes: [note],
    company: {
      ...(needs.companyName !== undefined && { name: needs.companyName }),
      industry: needs.industryName ?? company.industry.name,
      ...(needs.products !== undefined && { products: needs.products }),
      ...(needs.philosophy !== undefined && { philosophy: needs.philosophy }),
      customers: quantityOf(company.customers, 0),
      personas: personasOf(choices),
      strategies: [...retentionStrategies],
    },
    ...{ needs, locale },
    horizon: { start: asked.start ?? usualStart, days: 7, intervalMinutes: 60 },
    calendars: [
      {
        id: openHours,
        name: words('Support hours', 'ساعت‌های پشتیبانی', 'ساعات الدعم'),
        ...calendarOf(week),
      },
    ],
    channels: channelsOf(choices, structure),
    issueTypes: issueTypesOf(choices, structure),
    profiles: profilesOf(choices),
    demand: demandOf(choices),
    tiers: structure.tiers.map((name, place) => ({ id: tierId(place), name })),
    ...{ teams, roles: [...roles].map((role) => roleOf(role, company)) },
    contracts: usedContracts(structure, staff).map(({ grade, sourcing }) =>
      contractOf(grade, sourcing, company),
    ),
    shifts: shifts.list,
    handling: handlingOf(choices, structure, hasLeads),
    outcomes: outcomesOf(choices, structure, hasLeads),
    returns: returnsOf(),
    waitingTriggers: triggersOf(choices),
    departments: departmentsOf(choices),
    internalWork: otherWorkOf(choices, structure, staff),
    promises: promisesOf(choices, structure),
    goals: goalsOf(),
  };
}

type PersonaInput = NonNullable<NonNullable<PlanInput['company']>['personas']>[number];

/** Their shares add up to 1: the last has what the others leave. */
function personasOf({ company, channels }: Choices): PersonaInput[] {
  const named = company.personas.filter(({ isUsual }) => !isUsual);
  let rest = 10_000;
  return named.map(({ id, name, share, digitalSkill, languages, preferred }, place) => {
    const ids = channels.filter(({ kind }) => preferred.includes(kind)).map(({ prior }) => prior.id);
    const parts = place === named.length - 1 ? rest : Math.min(rest, Math.round(share.value * 10_000));
    rest -= parts;
    const value = parts / 10_000;
    return {
      ...{ id, name, digitalSkill },
      share: share.status === 'given' ? value : { value, assumed: true, source: assumedSource },
      ...(languages.length > 0 && { languages: [...languages] }),
      ...(ids.length > 0 && { preferredChannels: ids }),
    };
  });
}
