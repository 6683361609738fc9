// The escalation playbook: who passes on, when, how and to whom; what happens to those who wait; who takes part outside (M1-M6).
import { amount } from '../../plan/amount.ts';
import { lawMean } from '../../plan/lawMean.ts';
import type { ContactFilter, Text } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Way } from '../../plan/ways.ts';
import {
  listUnder,
  nameOf,
  type PageBlock,
  type PageSentence,
  plain,
  said,
  text,
  texts,
  type WrittenPage,
} from './page.ts';
import { howOf, passed } from './passingOn.ts';

export const escalationPage = (plan: Plan, ways: readonly Way[]): WrittenPage => ({
  page: 'escalation',
  role: null,
  title: said('escalationTitle'),
  blocks: [
    { kind: 'paragraph', say: said('escalationIntro') },
    ...listUnder('principles', [
      said('principle.early'),
      said('principle.notTooEarly'),
      said('principle.tell'),
      said('principle.insist'),
      said('principle.once'),
    ]),
    ...wayTable(plan, ways),
    ...listUnder(
      'whileWaiting',
      plan.waitingTriggers.flatMap((trigger) => triggerLine(plan, trigger)),
    ),
    ...listUnder(
      'beforePeople',
      plan.channels.flatMap((channel) => frontLines(plan, channel)),
    ),
    ...listUnder(
      'departments',
      plan.departments.map(({ name, turnaround }) =>
        said('department', { name: text(name), turnaround: { kind: 'seconds', value: lawMean(turnaround) } }),
      ),
    ),
    ...listUnder('priorities', priorities(plan)),
    ...listUnder(
      'promises',
      plan.promises.map(({ name, targetSeconds, shareToAttain }) =>
        said('promise', {
          name: text(name),
          target: { kind: 'seconds', value: targetSeconds },
          share: { kind: 'share', value: amount(shareToAttain) },
        }),
      ),
    ),
  ],
});

function wayTable(plan: Plan, ways: readonly Way[]): PageBlock[] {
  const rows = ways
    .filter(({ kind }) => passed.has(kind))
    .map((way) => [
      plain(nameOf(plan.teams, way.from)),
      whenOf(way),
      plain(nameOf(way.kind === 'department' ? plan.departments : plan.teams, way.to)),
      howOf(plan, way),
    ]);
  const heading: PageBlock = { kind: 'heading', say: said('whoToWhom') };
  if (rows.length === 0) return [heading, { kind: 'paragraph', say: said('nobodyPassesOn') }];
  const head = [said('column.from'), said('column.when'), said('column.to'), said('column.how')];
  return [heading, { kind: 'table', head, rows }];
}

const whenOf = ({ kind, share }: Way): PageSentence =>
  said(`when.${kind}`, share === null ? {} : { share: { kind: 'share', value: share } });

function triggerLine(plan: Plan, trigger: Plan['waitingTriggers'][number]): PageSentence[] {
  const about = aboutOf(plan, trigger.when);
  const at =
    trigger.atAttempt !== undefined
      ? said('atAttempt', { number: { kind: 'number', value: trigger.atAttempt }, about })
      : said('atShare', { share: { kind: 'share', value: trigger.afterShareOfPromise ?? 1 }, about });
  const then: PageSentence[] = [];
  if (trigger.moveTo !== undefined)
    then.push(said('thenMoved', { team: text(nameOf(plan.teams, trigger.moveTo.team)) }));
  if (trigger.raisePriorityTo !== undefined)
    then.push(said('thenRaised', { priority: { kind: 'number', value: trigger.raisePriorityTo } }));
  return [at, ...then];
}

/** Which contacts a filter means, by the names in it; nothing where it means all. */
function aboutOf(plan: Plan, { issueTypes, channels, tiers, teams }: ContactFilter) {
  const names: Text[] = [
    ...(issueTypes ?? []).map((id) => nameOf(plan.issueTypes, id)),
    ...(channels ?? []).map((id) => nameOf(plan.channels, id)),
    ...(tiers ?? []).map((id) => nameOf(plan.tiers, id)),
    ...(teams ?? []).map((id) => nameOf(plan.teams, id)),
  ];
  return texts(names);
}

function frontLines(plan: Plan, { name, assistant, dispatcher }: Plan['channels'][number]): PageSentence[] {
  return [
    ...(assistant === undefined
      ? []
      : [
          said('assistant', {
            channel: text(name),
            share: { kind: 'share', value: amount(assistant.handedOverShare) },
          }),
        ]),
    ...(dispatcher === undefined
      ? []
      : [said('dispatcher', { channel: text(name), team: text(nameOf(plan.teams, dispatcher.team)) })]),
  ];
}

/** Issue types by rank, the most urgent first; only where some are more urgent than others. */
function priorities(plan: Plan): PageSentence[] {
  const ranks = [...new Set(plan.issueTypes.map(({ priority }) => priority))].sort((a, b) => a - b);
  if (ranks.length < 2) return [];
  return ranks.map((rank) =>
    said('priority', {
      rank: { kind: 'number', value: rank },
      issueTypes: texts(plan.issueTypes.filter(({ priority }) => priority === rank).map(({ name }) => name)),
    }),
  );
}
