// Rule `channels` (T2, T4, A1, E5): customers get the channels that suit them, weighed against what each costs to run.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { derived } from '../company/figure.ts';
import { appealToAll } from '../company/personas.ts';
import { type ChannelPrior, channelPriors, type ServedChannel, servedChannels } from '../priors/channels.ts';
import { amountOf, change, chosen, decision, nameOf, reason, wordOf } from '../say.ts';

export interface OpenChannel {
  readonly kind: ServedChannel;
  readonly prior: ChannelPrior;
  /** Share of all contacts; those of all open channels add up to 1. */
  readonly share: number;
  readonly isWanted: boolean;
  /** Cost of the work of one contact, over that of a phone call. */
  readonly cost: number;
}

export interface ChosenChannels {
  readonly open: readonly OpenChannel[];
  readonly decisions: readonly AdviceDecision[];
}

/** A channel that so many customers would take is open. */
const enough = 0.1;
/** One that fewer would take is open where it costs less than the usual contact. */
const enoughIfCheap = 0.06;
/** More than so many channels nobody serves well. */
const mostChannels = 5;
/** Of all contacts of a company about which people speak in public, so many come by social networks. Assumed. */
const publicShare = 0.04;
/** Of those who would call, so many leave a message instead, most of them while it is closed. Assumed. */
const callBackShare = 0.06;

/** The channels that people serve, with the share of the contacts that each will get. */
export function chooseChannels(company: Company): ChosenChannels {
  const { needs, personas, industry, week } = company;
  const unwanted = new Set<string>(needs.channels?.unwanted);
  const wanted = new Set<string>([
    ...(needs.channels?.wanted ?? []),
    ...(needs.promises ?? []).flatMap(({ channel }) => channel ?? []),
  ]);
  const speaksPublicly = needs.publicComplaints === true;
  const possible = servedChannels.filter(
    (kind) =>
      wanted.has(kind) ||
      (!unwanted.has(kind) &&
        kind !== 'callBack' &&
        kind !== 'social' &&
        (kind !== 'inPerson' || industry.hasCounter)),
  );
  const fallback: readonly ServedChannel[] = possible.length > 0 ? possible : ['email'];
  const appeal = appealToAll(personas, fallback);
  const appealing = (kind: ServedChannel): number => appeal.get(kind) ?? 0;
  const cost = (kind: ServedChannel): number => channelPriors[kind].work;
  const meanCost = fallback.reduce((sum, kind) => sum + appealing(kind) * cost(kind), 0);
  const ranked = fallback.toSorted((one, two) => appealing(two) - appealing(one) || rank(one) - rank(two));
  const pays = (kind: ServedChannel): boolean =>
    appealing(kind) >= enough || (appealing(kind) >= enoughIfCheap && cost(kind) < meanCost);
  const taken = ranked.filter((kind, place) => wanted.has(kind) || place === 0 || pays(kind));
  const chosenKinds = [
    ...taken.filter((kind) => wanted.has(kind)),
    ...taken.filter((kind) => !wanted.has(kind)).slice(0, Math.max(1, mostChannels - wanted.size)),
  ];
  const kinds = new Set<ServedChannel>(chosenKinds);
  // Who calls in vain may leave a message; where it is never closed, nobody needs to.
  if (kinds.has('phone') && !week.alwaysOpen && !unwanted.has('callBack')) kinds.add('callBack');
  if (speaksPublicly && !unwanted.has('social')) kinds.add('social');
  const shares = sharesOf(company, [...kinds]);
  const open = servedChannels
    .filter((kind) => kinds.has(kind))
    .map((kind) => ({
      ...{
        kind,
        prior: channelPriors[kind],
        share: shares.get(kind) ?? 0,
        isWanted: wanted.has(kind),
        cost: cost(kind),
      },
    }));
  return { open, decisions: open.map((channel) => decisionOf(company, channel, ranked, appealing)) };
}

const rank = (kind: ServedChannel): number => servedChannels.indexOf(kind);

/** How the contacts spread over the open channels. */
function sharesOf(company: Company, kinds: readonly ServedChannel[]): ReadonlyMap<ServedChannel, number> {
  const besides = { callBack: callBackShare, social: publicShare };
  const main = kinds.filter((kind) => kind !== 'callBack' && kind !== 'social');
  const shares = new Map(appealToAll(company.personas, main.length > 0 ? main : kinds));
  if (main.length > 0) {
    if (kinds.includes('callBack')) {
      const from = main.includes('phone') ? (shares.get('phone') ?? 0) : 1;
      shares.set('callBack', from * besides.callBack);
    }
    if (kinds.includes('social')) shares.set('social', besides.social);
  }
  // A channel that is wanted has customers, if few.
  const least = 0.01;
  for (const kind of kinds) shares.set(kind, Math.max(least, shares.get(kind) ?? 0));
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  return new Map([...shares].map(([kind, share]) => [kind, share / sum]));
}

function decisionOf(
  company: Company,
  { kind, share, isWanted, cost }: OpenChannel,
  ranked: readonly ServedChannel[],
  appealing: (kind: ServedChannel) => number,
): AdviceDecision {
  const channel = wordOf('channel', kind);
  const main = company.personas.toSorted((one, two) => two.share.value - one.share.value)[0];
  const why = isWanted
    ? reason('channelWanted', { channel })
    : kind === 'callBack'
      ? reason('channelCallBack')
      : kind === 'social'
        ? reason('channelSocial')
        : reason('channelSuits', {
            channel,
            persona:
              main === undefined || main.isUsual
                ? wordOf('skill', company.industry.digitalSkill)
                : nameOf(main.name),
            skill: wordOf('skill', main?.digitalSkill ?? company.industry.digitalSkill),
            share: amountOf(share, 'fraction'),
          });
  const next = ranked.find((one) => appealing(one) < enough && one !== kind);
  return decision({
    ...{ id: `channels.${channelPriors[kind].id}`, rule: 'channels' },
    chosen: chosen('channelOpen', { channel, share: amountOf(share, 'fraction') }),
    reasons: [why, reason('channelCost', { channel, cost: amountOf(cost, 'fraction') })],
    figures: [
      derived({ name: 'channelShare', unit: 'fraction', of: channel, field: ['personas'] }, [
        share,
        share * 0.6,
        Math.min(1, share * 1.5),
      ]),
      derived({ name: 'channelCost', unit: 'fraction', of: channel }, [cost, cost * 0.8, cost * 1.25]),
      ...company.personas.map((persona) => persona.share),
    ],
    rows: kind === 'social' ? ['A4', 'E5'] : ['T2', 'T4', 'A1', 'E5'],
    changes: [
      change('channelCustomers', { channel, least: amountOf(enough, 'fraction') }),
      ...(next === undefined
        ? []
        : [
            change('channelNext', {
              channel: wordOf('channel', next),
              share: amountOf(appealing(next), 'fraction'),
            }),
          ]),
    ],
  });
}
