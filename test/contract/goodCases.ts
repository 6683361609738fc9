// For each method of the contract a request that succeeds, with what has to be there before it.
import type { Client } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { Input, Method } from '../../core/contract/methods.ts';
import { smallPlan, smallPlanText } from '../support/smallPlan.ts';

const valueOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 1000));
  return reply.value;
};

const text = smallPlanText();
const scenarioText = JSON.stringify({
  ...smallPlan(),
  scenarios: [{ id: 'one-more', name: 'One more', changes: [] }],
});
const window = { id: 'w', openedAt: 0 };
const edits = [{ change: 'set' as const, at: ['name'], value: 'Changed' }];

type GoodCases = { readonly [M in Method]: (client: Client) => Promise<Input<M>> };

const imported = async (client: Client): Promise<PlanState> =>
  valueOf(await client.call('library.import', { text }));
const planOf = async (client: Client) => ({ plan: (await imported(client)).plan });
const changeOf = async (client: Client) => ({ ...(await planOf(client)), base: 0, window });
/** One edit has been made. */
const edited = async (client: Client) => {
  const change = await changeOf(client);
  valueOf(await client.call('plan.edit', { ...change, commands: edits }));
  return { ...change, base: 1 };
};
const removed = async (client: Client) => {
  const plan = await planOf(client);
  valueOf(await client.call('library.remove', plan));
  return plan;
};
const versioned = async (client: Client) => {
  const change = await changeOf(client);
  const { plan, base } = change;
  const { version } = valueOf(await client.call('versions.create', { plan, base, name: 'First' }));
  return { change, version };
};
const started = async (client: Client): Promise<string> =>
  valueOf(await client.call('simulation.start', { text, options: { replications: 1 } })).run;
const studying = async (client: Client): Promise<string> =>
  valueOf(await client.call('study.start', { text, asked: { study: 'accuracy', replications: 2 } })).run;

export const goodCases: GoodCases = {
  'app.describe': async () => ({}),
  'samples.list': async () => ({}),
  'samples.open': async () => ({ id: 'online-shop' }),
  'plan.check': async () => ({ text }),
  'plan.evaluate': async () => ({ text }),
  'plan.foresee': async () => ({ text, commands: edits }),
  'plan.requirement': async () => ({ text, team: 'first', days: 1 }),
  'plan.duties': async () => ({ text }),
  'plan.outcomes': async () => ({ text, staying: { value: 0.97, halfWidth: 0.01 } }),
  'plan.scenario': async () => ({ text: scenarioText, scenario: 'one-more' }),
  'plan.busiest': async () => ({ text, by: 'team' }),
  'pooling.price': async () => ({
    kinds: [50, 50].map((contactsPerHour) => ({
      ...{ contactsPerHour, handlingSeconds: 180, targetSeconds: 20, leastServiceLevel: 0.8 },
    })),
  }),
  'simulation.start': async () => ({ text, options: { replications: 1 } }),
  'simulation.next': async (client) => ({ run: await started(client), after: -1 }),
  'simulation.cancel': async (client) => ({ run: await started(client) }),
  'simulation.trace': async () => ({ text, fromSeconds: 36_000, toSeconds: 36_600 }),
  'advice.propose': async () => ({ needs: { industry: 'computers', customers: 20_000 } }),
  'advice.samples': async () => ({}),
  'measures.explain': async () => ({ text, measure: 'waitMeanSeconds', by: 'simulation' }),
  'study.start': async () => ({ text, asked: { study: 'accuracy', replications: 2 } }),
  'study.next': async (client) => ({ run: await studying(client), after: -1 }),
  'study.cancel': async (client) => ({ run: await studying(client) }),
  'library.status': async () => ({}),
  'library.stopUpgrade': async () => ({}),
  'library.list': async () => ({}),
  'library.search': async () => ({ query: 'Small' }),
  'library.changes': async () => ({ after: -1 }),
  'library.create': async () => ({ sample: 'online-shop' }),
  'library.import': async () => ({ text }),
  'library.open': planOf,
  'library.rename': async (client) => ({ ...(await changeOf(client)), name: 'Other' }),
  'library.duplicate': planOf,
  'library.remove': planOf,
  'library.restore': removed,
  'library.erase': removed,
  'library.check': async () => ({}),
  'library.repair': async () => ({}),
  'library.backup': async () => ({}),
  'plan.edit': async (client) => ({ ...(await changeOf(client)), commands: edits }),
  'plan.undo': edited,
  'plan.redo': async (client) => {
    const change = await edited(client);
    valueOf(await client.call('plan.undo', change));
    return { ...change, base: 2 };
  },
  'plan.history': planOf,
  'plan.export': planOf,
  'plan.replace': async (client) => ({ ...(await changeOf(client)), text: smallPlanText({ days: 2 }) }),
  'plan.simulate': async (client) => ({ ...(await planOf(client)), options: { replications: 1 } }),
  'plan.results': planOf,
  'versions.list': planOf,
  'versions.create': async (client) => ({ ...(await planOf(client)), base: 0, name: 'First' }),
  'versions.open': async (client) => {
    const { change, version } = await versioned(client);
    return { plan: change.plan, version };
  },
  'versions.restore': async (client) => {
    const { change, version } = await versioned(client);
    return { ...change, version };
  },
};
