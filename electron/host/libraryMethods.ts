// The methods about kept plans, bound to the library of this host.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { libraryMethods } from '../../core/contract/libraryMethods.ts';
import { openSample } from '../../core/samples/index.ts';
import type { HandlersOf } from './handlers.ts';
import type { LibraryHolder } from './libraryHolder.ts';
import type { PlanWork } from './planWork.ts';
import { planInvalid } from './refusals.ts';
import type { RemoteLibrary } from './remoteLibrary.ts';
import type { Runs } from './runs.ts';
import { startRun } from './simulationMethods.ts';

export function createLibraryMethods(
  holder: LibraryHolder,
  plans: PlanWork,
  runs: Runs,
): HandlersOf<keyof typeof libraryMethods> {
  const within = async <T>(
    work: (library: RemoteLibrary) => Reply<T> | Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const library = await holder.get();
    return library.ok ? work(library.value) : library;
  };

  return {
    'library.status': async () => {
      const library = await holder.get();
      return { ok: true, value: library.ok ? await library.value.status() : closed(library.failure) };
    },
    'library.stopUpgrade': () =>
      within(async (library) => ({ ok: true, value: { stopped: await library.stopUpgrade() } })),
    'library.list': ({ removed }) => within((library) => library.list(removed)),
    'library.search': ({ query }) => within((library) => library.search(query)),
    'library.changes': ({ after }) => within((library) => library.changes(after)),
    'library.create': ({ sample, name, unlessPresent }) =>
      within((library) => {
        const text = openSample(sample);
        if (text === undefined)
          return { ok: false, failure: { code: 'unknownSample', params: { id: sample } } };
        return library.add(text, { name, unlessPresent });
      }),
    'library.import': ({ text, unlessPresent }) => within((library) => library.add(text, { unlessPresent })),
    'library.open': ({ plan, window }) => {
      // Who opens a plan asks for its measures next.
      plans.warm();
      return within((library) => library.open(plan, window));
    },
    'library.rename': ({ name, ...change }) =>
      within((library) =>
        library.edit({ ...change, commands: [{ change: 'set', at: ['name'], value: name }] }),
      ),
    'library.duplicate': ({ plan, name }) => within((library) => library.duplicate(plan, name)),
    'library.remove': ({ plan }) => within((library) => library.remove(plan)),
    'library.restore': ({ plan }) => within((library) => library.restore(plan)),
    'library.erase': ({ plan }) => within((library) => library.erase(plan)),
    'library.check': () => within((library) => library.check()),
    'library.repair': () => within((library) => library.repair()),
    'library.backup': () => within((library) => library.backup()),
    'plan.edit': (edit) => within((library) => library.edit(edit)),
    'plan.undo': (change) => within((library) => library.undo(change)),
    'plan.redo': (change) => within((library) => library.redo(change)),
    'plan.history': ({ plan, before, limit }) => within((library) => library.history(plan, before, limit)),
    'plan.export': ({ plan, version, results }) =>
      within((library) => library.exportText(plan, { version, results })),
    'plan.replace': ({ text, ...change }) => within((library) => library.replace(change, text)),
    'plan.simulate': ({ plan, options }) =>
      within(async (library) => {
        const opened = await library.open(plan);
        if (!opened.ok) return opened;
        const { document, planHash, faults, revision } = opened.value;
        if (planHash === null) return planInvalid(faults);
        const model = await plans.compile(document, planHash);
        if (!model.ok) return model;
        const run = startRun(runs, model.value, options, (result) => library.keepResult(result));
        return run.ok ? { ok: true, value: { run: run.value, planHash, revision } } : run;
      }),
    'plan.results': ({ plan }) => within((library) => library.results(plan)),
    'versions.list': ({ plan }) => within((library) => library.versions(plan)),
    'versions.create': ({ plan, base, name, note }) =>
      within((library) => library.addVersion(plan, base, name, note)),
    'versions.open': ({ plan, version }) => within((library) => library.openVersion(plan, version)),
    'versions.restore': ({ version, ...change }) =>
      within((library) => library.restoreVersion(change, version)),
  };
}

const closed = (failure: Failure) =>
  ({
    state: 'closed',
    upgrade: null,
    folder: '',
    sequence: null,
    plans: null,
    failure,
    notices: [],
    backups: [],
  }) as const;
