// The library as the start screen shows it: the person's plans, the removed ones, what was searched for, and how the
// library itself is.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { LibraryRepair, LibraryStatus, PlanSummary, SearchHit } from '../../core/contract/library.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { SliceParts } from './session.ts';

export interface LibrarySlice {
  /** The person's plans, the latest changed first; null until they are known. */
  readonly plans: readonly PlanSummary[] | null;
  readonly removedPlans: readonly PlanSummary[];
  readonly status: LibraryStatus | null;
  readonly query: string;
  /** Null where nothing is searched for. */
  readonly hits: readonly SearchHit[] | null;
  /** The plan that was removed last, so that it can be brought back at once. */
  readonly lastRemoved: PlanSummary | null;
  readonly repaired: LibraryRepair | null;

  readonly loadLibrary: () => Promise<void>;
  readonly search: (query: string) => Promise<void>;
  readonly renamePlan: (plan: PlanSummary, name: Text) => Promise<boolean>;
  readonly duplicatePlan: (plan: PlanSummary, name: Text) => Promise<void>;
  readonly removePlan: (plan: PlanSummary) => Promise<void>;
  readonly restorePlan: (plan: string) => Promise<void>;
  readonly erasePlan: (plan: string) => Promise<void>;
  readonly forgetRemoved: () => void;
  readonly repairLibrary: () => Promise<void>;
  /** Ends the upgrade that is going on; the library stays as it was, and cannot be used. */
  readonly stopUpgrade: () => Promise<void>;
  /** As a file; with the results of its present content where that is asked for. */
  readonly exportPlan: (plan: string, results: boolean) => Promise<void>;
  /** Follows what others do, until the given signal; looks only while the page can be seen. */
  readonly watch: (signal: AbortSignal) => Promise<void>;
}

export const noLibrary = {
  plans: null,
  removedPlans: [],
  status: null,
  query: '',
  hits: null,
  lastRemoved: null,
  repaired: null,
} as const;

const pauseMs = 2_000;
const asideMs = 250;
const upgradeEveryMs = 500;

export function createLibrary({ client, platform, set, get }: SliceParts): LibrarySlice {
  /** Up to where the shown plan was compared with what others did. */
  let sequence = -1;
  let asked = 0;

  const load = async (): Promise<Reply<unknown>> => {
    const listing = new AbortController();
    void followUpgrade(listing.signal);
    const [listed, removed] = await Promise.all([
      client.call('library.list', {}),
      client.call('library.list', { removed: true }),
    ]);
    listing.abort();
    if (listed.ok) {
      // Later lists may be ahead of what the watch has looked at; it goes on from where it is.
      if (sequence < 0) sequence = listed.value.sequence;
      set({ plans: listed.value.plans });
    } else set({ plans: [] });
    if (removed.ok) set({ removedPlans: removed.value.plans });
    const status = await client.call('library.status', {});
    if (status.ok) set({ status: status.value });
    const { query } = get();
    if (query !== '') await find(query);
    return listed;
  };

  /** A library of an older form is brought up to date before it is listed; how far that is, is shown meanwhile. */
  const followUpgrade = async (listed: AbortSignal): Promise<void> => {
    for (;;) {
      await pause(upgradeEveryMs, listed);
      if (listed.aborted) return;
      const status = await client.call('library.status', {});
      if (status.ok && status.value.state === 'upgrading' && !listed.aborted) set({ status: status.value });
    }
  };

  const find = async (query: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    const reply = await client.call('library.search', { query });
    if (mine !== asked) return;
    if (reply.ok) set({ hits: reply.value });
    else set({ notice: reply.failure });
  };

  /** Whether the shown plan, if there is one, is what the library had, or newer: this window wrote since. */
  const isShown = (plans: readonly PlanSummary[]): boolean => {
    const kept = get().open?.kept ?? null;
    if (kept === null) return true;
    return plans.some(
      ({ plan, revision, removed }) =>
        plan === kept.plan && revision <= kept.revision && removed === kept.removed,
    );
  };

  /** Tells of a failure; true where there was none. */
  const done = (reply: Reply<unknown>): boolean => {
    if (!reply.ok) set({ notice: reply.failure });
    return reply.ok;
  };

  return {
    ...noLibrary,
    loadLibrary: async () => void (await load()),
    search: async (query) => {
      set({ query });
      if (query.trim() !== '') return find(query);
      asked += 1;
      set({ hits: null });
    },
    renamePlan: async ({ plan, revision }, name) => {
      const window = { id: get().windowId, openedAt: revision };
      const reply = await client.call('library.rename', { plan, base: revision, window, name });
      // Another window was quicker: the name is given to what the plan is now.
      const again =
        !reply.ok && reply.failure.conflict?.separate === true
          ? await client.call('library.rename', {
              plan,
              base: reply.failure.conflict.theirs.revision,
              window,
              name,
            })
          : reply;
      if (done(again)) await load();
      return again.ok;
    },
    duplicatePlan: async ({ plan }, name) => {
      if (done(await client.call('library.duplicate', { plan, name }))) await load();
    },
    removePlan: async (plan) => {
      if (!done(await client.call('library.remove', { plan: plan.plan }))) return;
      set({ lastRemoved: plan });
      await load();
    },
    restorePlan: async (plan) => {
      if (!done(await client.call('library.restore', { plan }))) return;
      if (get().lastRemoved?.plan === plan) set({ lastRemoved: null });
      await load();
    },
    erasePlan: async (plan) => {
      if (!done(await client.call('library.erase', { plan }))) return;
      if (get().lastRemoved?.plan === plan) set({ lastRemoved: null });
      await load();
    },
    forgetRemoved: () => set({ lastRemoved: null }),
    repairLibrary: async () => {
      const reply = await client.call('library.repair', {});
      if (reply.ok) set({ repaired: reply.value });
      else set({ notice: reply.failure });
      await load();
    },
    stopUpgrade: async () => void (await client.call('library.stopUpgrade', {})),
    exportPlan: async (plan, results) => {
      const reply = await client.call('plan.export', { plan, results });
      if (reply.ok) done(await platform.save(reply.value.fileName, reply.value.text));
      else await saveShown(plan, reply.failure);
    },
    watch: async (signal) => {
      while (!signal.aborted) {
        await seen(signal);
        const reply = await client.call('library.changes', { after: sequence });
        if (signal.aborted) return;
        if (!reply.ok) {
          if (lasting(reply.failure)) return;
          await pause(pauseMs, signal);
          continue;
        }
        if (reply.value.sequence === sequence) continue;
        sequence = reply.value.sequence;
        // Most often it was this window: its figures come first, and it has what it wrote.
        await pause(asideMs, signal);
        if (!isShown(reply.value.plans)) await get().lookAgain();
        await load();
      }
    },
  };

  /** What the host cannot give any more, the window still has. */
  async function saveShown(plan: string, failure: Failure): Promise<void> {
    const { open } = get();
    if (open?.kept?.plan !== plan) {
      set({ notice: failure });
      return;
    }
    const text = `${JSON.stringify(open.plan, null, 2)}\n`;
    done(await platform.save(`${open.plan.id}.saff`, text));
  }
}

/** Asking again would give the same for ever. */
const lasting = ({ code }: Failure): boolean =>
  ['unknownMethod', 'unauthorised', 'forbiddenOrigin', 'invalidInput'].includes(code);

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    const timer = setTimeout(settle, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      settle();
    });
  });

/** A page that nobody sees asks nothing: a browser gives all pages of one address few connections. */
const seen = (signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (typeof document === 'undefined' || document.visibilityState === 'visible') return settle();
    const look = (): void => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      settle();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
