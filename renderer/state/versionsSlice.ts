// Named versions of the shown plan: kept on purpose, read on demand, and brought back as one step that undo takes back.
import type { KeptResult, VersionSummary } from '../../core/contract/library.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { SliceParts } from './session.ts';

export interface ShownVersions {
  /** The plan of the library that they are of. */
  readonly plan: string;
  /** The latest first. */
  readonly list: readonly VersionSummary[];
  /** Documents of those that were asked for. */
  readonly documents: { readonly [version: string]: Plan };
  readonly results: readonly KeptResult[];
}

export interface VersionsSlice {
  readonly versions: ShownVersions | null;
  readonly loadVersions: () => Promise<void>;
  /** False where it could not be kept. */
  readonly keepVersion: (name: string, note: string) => Promise<boolean>;
  readonly readVersion: (version: string) => Promise<void>;
}

export const noVersions = { versions: null } as const;

export function createVersions({ client, set, get }: SliceParts): VersionsSlice {
  const shownPlan = (): string | null => get().open?.kept?.plan ?? null;
  const load = async (): Promise<void> => {
    const plan = shownPlan();
    if (plan === null) return;
    const [list, results] = await Promise.all([
      client.call('versions.list', { plan }),
      client.call('plan.results', { plan }),
    ]);
    if (shownPlan() !== plan) return;
    if (!list.ok) return set({ notice: list.failure });
    const before = get().versions;
    set({
      versions: {
        plan,
        list: [...list.value].sort((one, other) => other.revision - one.revision),
        documents: before?.plan === plan ? before.documents : {},
        results: results.ok ? results.value : [],
      },
    });
  };
  return {
    ...noVersions,
    loadVersions: load,
    keepVersion: async (name, note) => {
      const kept = get().open?.kept;
      if (kept == null) return false;
      const reply = await client.call('versions.create', {
        ...{ plan: kept.plan, base: kept.revision, name, note },
      });
      if (!reply.ok) set({ notice: reply.failure });
      await load();
      return reply.ok;
    },
    readVersion: async (version) => {
      const plan = shownPlan();
      if (plan === null || get().versions?.documents[version] !== undefined) return;
      const reply = await client.call('versions.open', { plan, version });
      if (!reply.ok) return set({ notice: reply.failure });
      const now = get().versions;
      if (now === null || now.plan !== plan) return;
      set({ versions: { ...now, documents: { ...now.documents, [version]: reply.value.document } } });
    },
  };
}
