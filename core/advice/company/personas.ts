// Who the customers are, and which channel each of them would take (T4, A1).
import type { AdviceText } from '../../measures/advice.ts';
import { amount } from '../../plan/amount.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { NeededPersona, Needs } from '../../plan/schema/needs.ts';
import { channelPriors, type ServedChannel, servedChannels } from '../priors/channels.ts';
import type { IndustryPrior } from '../priors/industry.ts';
import { nameOf } from '../say.ts';
import { words } from '../words.ts';
import { type Asked, assumed, type Figure, said } from './figure.ts';

export interface CompanyPersona {
  readonly id: string;
  readonly name: Text;
  readonly share: Figure;
  readonly digitalSkill: 'low' | 'medium' | 'high';
  readonly isSkillSaid: boolean;
  readonly age: 'young' | 'middle' | 'older';
  readonly languages: readonly string[];
  readonly preferred: readonly ServedChannel[];
  /** The one who said nothing about the customers. */
  readonly isUsual: boolean;
}

const isServed = (kind: string): kind is ServedChannel => servedChannels.some((one) => one === kind);

export function personasOf(
  needs: Needs,
  industry: IndustryPrior,
  usual: AdviceText,
): readonly CompanyPersona[] {
  const named = needs.personas ?? [];
  if (named.length === 0)
    return [
      {
        id: 'customers',
        name: words('Customers', 'مشتریان', 'العملاء'),
        share: assumed(
          { name: 'personaShare', unit: 'fraction', field: ['personas'], source: usual },
          [1, 1, 1],
        ),
        ...{
          digitalSkill: industry.digitalSkill,
          isSkillSaid: false,
          age: 'middle',
          languages: [],
          preferred: [],
        },
        isUsual: true,
      },
    ];
  const saidShares = named.reduce((sum, { share }) => sum + (share === undefined ? 0 : amount(share)), 0);
  const without = named.filter(({ share }) => share === undefined).length;
  const shareOfEach = without > 0 ? Math.max(0, 1 - saidShares) / without : 0;
  const sum = saidShares + shareOfEach * without;
  return named.map((persona) => personaOf(persona, shareOfEach, sum, named.length, industry));
}

function personaOf(
  persona: NeededPersona,
  shareOfEach: number,
  sum: number,
  count: number,
  industry: IndustryPrior,
): CompanyPersona {
  const name = persona.name ?? words('Customers', 'مشتریان', 'العملاء');
  const asked: Asked = {
    ...{
      name: 'personaShare',
      unit: 'fraction' as const,
      of: nameOf(name),
      field: ['personas', persona.id, 'share'],
    },
  };
  const share =
    persona.share === undefined || sum <= 0
      ? assumed(asked, [sum > 0 ? shareOfEach / sum : 1 / count, 0, 1])
      : said(asked, persona.share);
  const digitalSkill = persona.digitalSkill ?? (persona.age === 'older' ? 'low' : industry.digitalSkill);
  return {
    ...{ id: persona.id, name, digitalSkill },
    share: { ...share, value: share.status === 'given' ? share.value / sum : share.value },
    isSkillSaid: persona.digitalSkill !== undefined,
    age: persona.age ?? 'middle',
    languages: persona.languages ?? [],
    preferred: (persona.preferredChannels ?? []).filter(isServed),
    isUsual: false,
  };
}

/** Of customers who say what they prefer, so many do as they say. */
const followPreference = 0.8;

/** Shares of the channels that one persona would take if all of these were open; they add up to 1. */
export function appealOf(
  { digitalSkill, age, preferred }: CompanyPersona,
  open: readonly ServedChannel[],
): ReadonlyMap<ServedChannel, number> {
  const weights = open.map((kind) => {
    const { appeal, age: ages } = channelPriors[kind];
    return appeal[digitalSkill] * ages[age];
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const there = preferred.filter((kind) => open.includes(kind));
  const follow = there.length === 0 ? 0 : sum > 0 ? followPreference : 1;
  return new Map(
    open.map((kind, i) => {
      const usual = sum > 0 ? (weights[i] ?? 0) / sum : 1 / open.length;
      const own = there.includes(kind) ? 1 / there.length : 0;
      return [kind, follow * own + (1 - follow) * usual];
    }),
  );
}

/** Shares of all customers by channel, each persona by its part of them. */
export function appealToAll(
  personas: readonly CompanyPersona[],
  open: readonly ServedChannel[],
): ReadonlyMap<ServedChannel, number> {
  const appeals = personas.map((persona) => ({ persona, appeal: appealOf(persona, open) }));
  return new Map(
    open.map((kind) => [
      kind,
      appeals.reduce((sum, { persona, appeal }) => sum + persona.share.value * (appeal.get(kind) ?? 0), 0),
    ]),
  );
}
