// The price of a whole split, by channel (rule `channels`, T2) or by kind of issue (rule `specialists`, T6): agents that the teams need
// more than one pool would.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { derived } from '../company/figure.ts';
import { amountOf, change, chosen, decision, nameOf, reason, source } from '../say.ts';
import { workOf } from '../structures/load.ts';
import { splitPriceOf } from '../structures/splitPrice.ts';
import type { TeamDraft } from '../structures/structure.ts';

export function decideSplit(
  choices: Choices,
  teams: readonly TeamDraft[],
  by: 'channel' | 'issue',
): AdviceDecision[] {
  const { company } = choices;
  const work = teams.map(({ issues, channels }) =>
    workOf(
      choices,
      company.issues.filter(({ id }) => issues.includes(id)),
      channels,
    ),
  );
  const open = Math.max(1, company.week.hoursPerWeek);
  const price = splitPriceOf(
    choices,
    work.map(({ livePerWeek, liveErlangs }) => ({
      livePerWeek,
      seconds: livePerWeek > 0 ? (liveErlangs * open * 3600) / livePerWeek : 1,
    })),
    by === 'issue',
  );
  return teams.map(({ id, name }, place) => {
    const of = nameOf(name);
    const erlangs = work[place]?.erlangs ?? 0;
    return decision({
      ...{ id: `split.${id}`, rule: by === 'channel' ? 'channels' : 'specialists' },
      chosen: chosen(by === 'channel' ? 'splitByChannel' : 'splitByIssue', { team: of }),
      reasons: [
        reason(by === 'channel' ? 'splitByChannel' : 'splitByIssue', {
          team: of,
          work: amountOf(erlangs, 'agents'),
        }),
        reason('wholeSplitPrice', {
          pooled: amountOf(price.pooled, 'agents'),
          split: amountOf(price.split, 'agents'),
        }),
        ...(price.crossTrained === null
          ? []
          : [
              reason('crossTraining', {
                agents: amountOf(price.crossTrained.agents, 'agents'),
                share: amountOf(price.crossTrained.wonBack, 'fraction'),
              }),
            ]),
      ],
      figures: [
        derived({ name: 'work', unit: 'agents', of }, [erlangs, erlangs * 0.6, erlangs * 1.6]),
        derived({ name: 'splitPrice', unit: 'agents' }, [price.price, price.price, price.price]),
      ],
      rows: by === 'channel' ? ['T2', 'A1'] : ['T6', 'A3'],
      sources: [source('pooling')],
      changes: [change(by === 'channel' ? 'splitByChannel' : 'splitByIssue')],
    });
  });
}
