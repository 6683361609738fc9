// The first lines of the report: are the promises kept, which is worst, how sure is that, what cannot keep up.
import { measures } from '../measures/catalogue.ts';
import type { Estimate, SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import { tightestPromise } from './promiseLines.ts';
import type { PromiseLine, Sentence, SentenceKey, SentenceValue } from './report.ts';

const sentence = (key: SentenceKey, values: Sentence['values'] = {}): Sentence => ({ key, values });
const count = (value: number): SentenceValue => ({ kind: 'count', value });
const attained = (estimate: Estimate): SentenceValue => ({
  kind: 'measure',
  measure: 'serviceLevelFraction',
  unit: measures.serviceLevelFraction.unit,
  estimate,
});

export function answerOf(lines: readonly PromiseLine[], result: SimulationResult): readonly Sentence[] {
  return [...promiseSentences(lines), ...sureness(lines, result), ...overloadCount(result)];
}

function promiseSentences(lines: readonly PromiseLine[]): readonly Sentence[] {
  if (lines.length === 0) return [sentence('noPromises')];
  const decided = lines.filter((line) => line.verdict !== 'undecided');
  const kept = lines.filter((line) => line.verdict === 'kept').length;
  const sentences = [sentence('promisesKept', { kept: count(kept), all: count(lines.length) })];
  const tightest = tightestPromise(decided);
  if (tightest !== null) {
    const values: Sentence['values'] = {
      promise: { kind: 'name', name: tightest.promise.name },
      attained: attained(tightest.attained),
      asked: { kind: 'share', value: tightest.shareToAttain },
    };
    sentences.push(sentence(kept === decided.length ? 'tightest' : 'worst', values));
  }
  const undecided = lines.length - decided.length;
  return undecided === 0 ? sentences : [...sentences, sentence('undecided', { count: count(undecided) })];
}

function sureness(lines: readonly PromiseLine[], result: SimulationResult): readonly Sentence[] {
  if (result.replications < 2) return [sentence('oneReplication')];
  const sentences: Sentence[] = [];
  const atRisk = lines.filter((line) => line.verdict === 'atRisk').length;
  if (atRisk > 0) sentences.push(sentence('atRisk', { count: count(atRisk) }));
  const widest = Math.max(...lines.map((line) => line.attained.halfWidth ?? 0), 0);
  if (widest > 0) {
    sentences.push(
      sentence('sure', { count: count(result.replications), halfWidth: { kind: 'points', value: widest } }),
    );
  }
  return sentences;
}

function overloadCount(result: SimulationResult): readonly Sentence[] {
  const teams = result.overloadedTeams.length;
  return teams === 0 ? [] : [sentence('overloaded', { count: count(teams) })];
}

/** One sentence a team whose work exceeds what it can do: by how much its backlog grows a day. */
export function overloadsOf(plan: Plan, result: SimulationResult): readonly Sentence[] {
  return result.overloadedTeams.map((overload) => {
    const team = plan.teams.find(({ id }) => id === overload.team) ?? { id: overload.team };
    const grows = (overload.queueGrowthContactsPerDay.value ?? 0) > 0;
    return sentence(grows ? 'backlogGrows' : 'workExceedsDuty', {
      team: { kind: 'name', name: partOf(team).name },
      load: { kind: 'measure', measure: 'loadFraction', unit: 'fraction', estimate: overload.loadFraction },
      ...(grows && {
        growth: {
          kind: 'measure',
          measure: 'queueGrowthContactsPerDay',
          unit: 'contactsPerDay',
          estimate: overload.queueGrowthContactsPerDay,
        },
      }),
    });
  });
}
