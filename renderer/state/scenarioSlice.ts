// A scenario in the place of the plan: what is shown is the whole plan that it stands for, what is edited goes into its list of
// changes, and all of it is kept in the document of the plan.
import type { Client } from '../../core/contract/client.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { sharedParts } from '../../core/plan/edits/sharedParts.ts';
import { recordedChanges } from '../../core/plan/scenarios/recordedChanges.ts';
import type { Strip } from '../../core/report/strip.ts';
import { formulaStrip } from '../../core/report/strip.ts';
import type { AskFormulas } from './askedOnce.ts';
import { simulatedOf } from './figuresSlice.ts';
import { documentOf, isAboutDocument, type OpenPlan } from './openPlan.ts';
import type { Finished } from './runSlice.ts';
import type { SliceParts } from './session.ts';

/** Figures of the plan itself, which those of an open scenario are held against. */
export interface Baseline {
  readonly formula: Strip | null;
  readonly simulated: Strip | null;
}

export interface ScenarioSlice {
  readonly baseline: Baseline | null;
  /** Shows a scenario in the place of the plan; null: the plan itself again. */
  readonly openScenario: (scenario: string | null) => Promise<void>;
}

export const noScenario = { baseline: null } as const;

/** The edit as it is written: where a scenario is open, as a change of its list. */
export function writtenEdit(open: OpenPlan, commands: readonly Command[]): readonly Command[] {
  const { scenario } = open;
  if (scenario === null || commands.every(({ at }) => isAboutDocument(at))) return commands;
  const { plan } = scenario.of;
  const found = plan.scenarios.find(({ id }) => id === scenario.id);
  if (found === undefined) return commands;
  const value = recordedChanges(plan, found, commands);
  return [{ change: 'set', at: ['scenarios', scenario.id, 'changes'], value }];
}

/** The scenario of a plan as it is shown; the plan itself where there is no such scenario any more, or it cannot be made. */
export async function asScenario(
  client: Client,
  of: OpenPlan,
  id: string,
  shown: OpenPlan,
): Promise<OpenPlan> {
  const reply = await client.call('plan.scenario', { text: of.text, scenario: id });
  if (!reply.ok || reply.value.document === null) return of;
  const { document, planHash, faults, warnings, leftOut } = reply.value;
  const plan = sharedParts(shown.plan, document);
  const text = JSON.stringify(document);
  return { ...of, plan, text, planHash, faults, warnings, scenario: { id, of, leftOut } };
}

export interface ScenarioParts extends SliceParts {
  readonly ask: AskFormulas;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createScenarios({ client, set, get, ask, inTurn }: ScenarioParts): ScenarioSlice {
  /** The last result of the plan itself: it is still there when one comes back to it. */
  let finishedOfPlan: Finished | null = null;

  const note = async (of: OpenPlan): Promise<void> => {
    const { finished } = get();
    const isOfPlan = finished !== null && finished.planHash === of.planHash;
    if (isOfPlan) finishedOfPlan = finished;
    set({ baseline: { formula: null, simulated: simulatedOf(of, finished) } });
    const reply = of.planHash === null ? null : await ask(of, []);
    const { baseline, open } = get();
    if (reply?.ok !== true || baseline === null || open?.key !== of.key) return;
    set({ baseline: { ...baseline, formula: formulaStrip(of.plan, reply.value) } });
  };

  return {
    ...noScenario,
    openScenario: (id) =>
      inTurn(async () => {
        const { open } = get();
        if (open === null || (open.scenario?.id ?? null) === id) return;
        const of = documentOf(open);
        if (id === null) {
          const kept = finishedOfPlan?.planHash === of.planHash ? finishedOfPlan : get().finished;
          set({ open: of, finished: kept, baseline: null });
          return;
        }
        if (open.scenario === null) await note(of);
        const shown = await asScenario(client, of, id, open);
        if (get().open?.key === of.key) set({ open: shown });
      }),
  };
}
