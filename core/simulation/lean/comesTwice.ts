// Whether a contact can come to one team twice. The compiled model says so wherever a named team is among the outcomes; here
// the ways themselves are looked at, because the lean loop has to know it and many plans have one more team at the end of a way.
import type { CompiledModel, GroupModel, QueueModel, StageModel } from '../model/compiledModel.ts';

/**
 * Whether two stages on one way, of those that can be reached from the first stages, have a team in common: the home team of
 * the line, or the team of a group that serves it. Example: tier 1 to tier 2 or to the leads, tier 2 to the leads: false.
 */
export function comesTwice(model: CompiledModel, stages: Iterable<number>): boolean {
  return [...stages].some((at) => {
    const here = teamsOf(model, at);
    return [...after(model, at)].some((later) => [...teamsOf(model, later)].some((team) => here.has(team)));
  });
}

/** Stages that may follow a stage, at once or later. */
function after(model: CompiledModel, from: number): Set<number> {
  const found = new Set<number>();
  const open = nextOf(model, from);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...nextOf(model, at));
  }
  return found;
}

function nextOf(model: CompiledModel, at: number): number[] {
  const { classIndex } = model.stages[at] as StageModel;
  return servingTeams(model, at).flatMap((team) => {
    const pair = model.pairs[classIndex * model.teams.length + team];
    return (pair?.outcomes ?? []).map((outcome) => outcome.stage);
  });
}

const teamsOf = (model: CompiledModel, at: number): Set<number> =>
  new Set([(model.stages[at] as StageModel).homeTeam, ...servingTeams(model, at)]);

function servingTeams(model: CompiledModel, at: number): number[] {
  const { entries } = model.queues[(model.stages[at] as StageModel).liveQueue] as QueueModel;
  return entries.flatMap(({ groups }) => groups.map((g) => (model.groups[g] as GroupModel).team));
}
