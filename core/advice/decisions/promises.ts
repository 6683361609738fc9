// Rule `promises` (M4, M5): what is promised of each channel: as the company says, else what is usual for the channel.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Company } from '../company/company.ts';
import { assumed, said } from '../company/figure.ts';
import { amountOf, change, chosen, decision, nameOf, reason, wordOf } from '../say.ts';
import { type Words, words } from '../words.ts';
import type { OpenChannel } from './channels.ts';

export interface ChosenPromise {
  readonly id: string;
  readonly name: Text;
  /** Channels that it is about; all are live, or none. */
  readonly channels: readonly OpenChannel[];
  /** Issue that it is about; null: all. */
  readonly issue: string | null;
  readonly clock: 'firstResponse' | 'resolution';
  readonly seconds: number;
  readonly share: number;
  readonly isGiven: boolean;
  readonly isLive: boolean;
}

export interface ChosenPromises {
  readonly promises: readonly ChosenPromise[];
  readonly decisions: readonly AdviceDecision[];
}

/** Where quick answers make customers happy, so many are to be in time. */
const quickShare = 0.9;
/** Share of a promise on resolutions where the company gives none. */
const usualResolutionShare = 0.8;

const named = (name: Words, what: Words): Words => ({
  en: `${name.en}: ${what.en}`,
  fa: `${name.fa}: ${what.fa}`,
  ar: `${name.ar}: ${what.ar}`,
});
const firstAnswer = words('first answer', 'نخستین پاسخ', 'الإجابة الأولى');
const solution = words('solution', 'رفع مشکل', 'الحلّ');
const allLive = words('Live channels', 'کانال‌های زنده', 'القنوات المباشرة');
const allWritten = words('Written channels', 'کانال‌های نوشتاری', 'القنوات المكتوبة');

export function choosePromises(company: Company, open: readonly OpenChannel[]): ChosenPromises {
  const given = (company.needs.promises ?? []).flatMap((promise) => ofCompany(company, promise, open));
  const covered = new Set(
    given
      .filter(({ clock, issue }) => clock === 'firstResponse' && issue === null)
      .flatMap(({ channels }) => channels.map(({ kind }) => kind)),
  );
  const usual = open.filter(({ kind }) => !covered.has(kind)).map((channel) => ofChannel(company, channel));
  const taken = new Set(given.map(({ id }) => id));
  const promises = [...given, ...usual.filter(({ id }) => !taken.has(id))];
  return { promises, decisions: promises.map(decisionOfPromise) };
}

type Given = NonNullable<Company['needs']['promises']>[number];

/** What the company promises, apart for live and written channels: the one is measured as it passes, the other in open hours. */
function ofCompany(company: Company, given: Given, open: readonly OpenChannel[]): ChosenPromise[] {
  const issue = company.issues.find(({ id }) => id === given.issue);
  if (given.issue !== undefined && issue === undefined) return [];
  const about = open.filter(({ kind }) => given.channel === undefined || kind === given.channel);
  const parts = [true, false]
    .map((isLive) => about.filter(({ prior }) => prior.isLive === isLive))
    .filter((channels) => channels.length > 0);
  return parts.map((channels) => {
    const [first] = channels as [OpenChannel];
    const { isLive } = first.prior;
    const of = channels.length === 1 ? first.prior.name : isLive ? allLive : allWritten;
    const what = given.clock === 'resolution' ? solution : firstAnswer;
    const usual = given.clock === 'resolution' ? usualResolutionShare : first.prior.target.share;
    return {
      id: parts.length === 1 ? given.id : `${given.id}-${isLive ? 'live' : 'written'}`,
      name: issue === undefined ? named(of, what) : namedIssue(issue.name, what),
      ...{ channels, issue: issue?.id ?? null, clock: given.clock, seconds: given.withinSeconds },
      ...{ share: given.share ?? usual, isGiven: true, isLive },
    };
  });
}

const namedIssue = (name: Text, what: Words): Text =>
  typeof name === 'string'
    ? { en: `${name}: ${what.en}`, fa: `${name}: ${what.fa}`, ar: `${name}: ${what.ar}` }
    : {
        ...(name.en !== undefined && { en: `${name.en}: ${what.en}` }),
        ...(name.fa !== undefined && { fa: `${name.fa}: ${what.fa}` }),
        ...(name.ar !== undefined && { ar: `${name.ar}: ${what.ar}` }),
      };

function ofChannel(company: Company, channel: OpenChannel): ChosenPromise {
  const { id, name, isLive, target } = channel.prior;
  return {
    ...{ id: `${id}-answer`, name: named(name, firstAnswer), channels: [channel], issue: null },
    ...{ clock: 'firstResponse', seconds: target.seconds, isGiven: false, isLive },
    share: company.wishes.has('quickAnswer') ? Math.max(target.share, quickShare) : target.share,
  };
}

export function decisionOfPromise(promise: ChosenPromise): AdviceDecision {
  const { id, name, share, seconds, isGiven, channels } = promise;
  const of = nameOf(name);
  const field = isGiven ? (['promises', id] as const) : (['promises'] as const);
  const asked = { of, field } as const;
  const figure = (label: string, unit: 'fraction' | 'seconds', value: number) =>
    isGiven
      ? said({ ...asked, name: label, unit }, value)
      : assumed({ ...asked, name: label, unit }, [value, value, value]);
  return decision({
    ...{ id: `promises.${id}`, rule: 'promises' },
    chosen: chosen('promise', {
      promise: of,
      share: amountOf(share, 'fraction'),
      target: amountOf(seconds, 'seconds'),
    }),
    reasons: [
      isGiven
        ? reason('promiseGiven')
        : reason('promiseUsual', { channel: wordOf('channel', channels[0]?.kind ?? 'email') }),
      ...(promise.isLive ? [] : [reason('promiseOpenHours')]),
    ],
    figures: [figure('promiseShare', 'fraction', share), figure('promiseTarget', 'seconds', seconds)],
    rows: ['M4', 'M5'],
    changes: [change(isGiven ? 'promiseGiven' : 'promiseUsual')],
  });
}
