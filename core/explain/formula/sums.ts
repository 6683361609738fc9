// The sums of an answer by formula, by their names in the definitions and by part of the plan.
import type { Answer } from '../../evaluate/evaluate.ts';
import type { ClassSum, TeamSum } from '../../evaluate/tallies.ts';
import type { ExplainedUnit, SubjectKind } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import { presentSeconds } from '../../simulation/collect/presentSeconds.ts';
import type { Reach } from '../grounds.ts';
import type { Parts } from '../parts.ts';
import { unitOf } from '../simulated/counts.ts';
import type { PartAmount } from '../sumOfParts.ts';

/** Sums that only teams have. */
const ofTeams: Readonly<Partial<Record<QuantityName, TeamSum>>> = {
  visits: 'visits',
  dutySeconds: 'dutySeconds',
  busySeconds: 'busySeconds',
  offeredWorkSeconds: 'offeredWork',
  backlogSum: 'backlogSteps',
};

export interface SumsAsked {
  readonly answer: Answer;
  readonly parts: Parts;
  readonly kind: SubjectKind;
  /** What the subject is about; classes or teams are empty where its sums are not read from them. */
  readonly reach: Reach;
  /** Number of the promise, and whether it is told by team. */
  readonly promise: number;
  readonly byTeam: boolean;
}

export const sumUnit = (name: QuantityName): ExplainedUnit => (name === 'samples' ? 'number' : unitOf(name));

/** Steps of the counted time. */
export const countedSteps = ({ steps }: Answer): number =>
  steps.counted.reduce((all, share) => all + share, 0);

/** Amounts of a sum by part. */
export function sumsOf(asked: SumsAsked, name: QuantityName): PartAmount[] {
  const { answer, parts, kind, reach } = asked;
  const { model, tallies, steps } = answer;
  const whole = (value: number): PartAmount[] => [{ of: null, value }];
  if (name === 'observedSeconds') return whole(countedSteps(answer) * steps.seconds);
  if (name === 'samples') return whole(countedSteps(answer));
  if (name === 'met' || name === 'counted') return promiseSums(asked, name);
  if (name === 'presentSeconds')
    return model.groups.flatMap(({ team, presence }) =>
      reach.teams.includes(team)
        ? [
            {
              of: parts.team(team),
              value: presentSeconds(presence, steps.warmUpSeconds, steps.horizonSeconds),
            },
          ]
        : [],
    );
  if (name === 'queueAtEnd')
    return reach.teams.map((t) => ({ of: parts.team(t), value: tallies.queueAtEnd[t] as number }));
  const ofTeam = ofTeams[name];
  const isOfTeams = kind === 'tiers' || kind === 'teams';
  if (ofTeam !== undefined || isOfTeams) {
    const row = tallies.ofTeam[ofTeam ?? (name as TeamSum)];
    return reach.teams.map((t) => ({ of: parts.team(t), value: row[t] as number }));
  }
  const row = tallies.ofClass[name as ClassSum];
  return reach.classes.map((c) => ({ of: partOfClass(asked, c), value: row[c] as number }));
}

function promiseSums(
  { answer, parts, reach, promise, byTeam, ...asked }: SumsAsked,
  name: 'met' | 'counted',
): PartAmount[] {
  const { model, tallies } = answer;
  if (byTeam)
    return reach.teams.map((t) => ({
      of: parts.team(t),
      value: tallies.promiseTeam[name][promise * model.teams.length + t] as number,
    }));
  return reach.classes.map((c) => ({
    of: partOfClass({ answer, parts, reach, promise, byTeam, ...asked }, c),
    value: tallies.promiseClass[name][promise * model.classes.length + c] as number,
  }));
}

/** Classes of a channel differ by what they come with; elsewhere they are told by channel. */
export function partOfClass({ answer, parts, kind }: SumsAsked, c: number): PartAmount['of'] {
  const found = answer.model.classes[c];
  if (found === undefined || found.isInternal) return parts.ofClass(c)[0] ?? null;
  return kind === 'channels' ? parts.issueType(found.issueType) : parts.channel(found.channel);
}
