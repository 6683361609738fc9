// The part of the contract that is about kept plans. Every change names the revision that it was made on.
import { z } from 'zod';
import { commands } from '../plan/edits/command.ts';
import { text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type {
  Backup,
  KeptResult,
  LibraryCheck,
  LibraryRepair,
  LibraryStatus,
  PastStep,
  PlanState,
  PlanSummary,
  SearchHit,
  VersionSummary,
} from './library.ts';
import { runOptions } from './runOptions.ts';

const plan = z.string().min(1).max(64).describe('Name of the plan in the library.');
const version = z.string().min(1).max(64);
const revision = z.int().min(0);
const base = revision.describe('Revision that the person saw when making the change.');
const planText = z.string().max(64_000_000);
const unlessPresent = z
  .boolean()
  .default(false)
  .describe('Where a plan of the same content is kept already, that one is the answer and nothing is added.');
const nothing = z.strictObject({});

/**
 * A window, so that undo takes back one's own steps and those that were there before, never what another window did
 * meanwhile.
 */
export const editingWindow = z.strictObject({
  id: z.string().min(1).max(64),
  openedAt: revision.describe('Revision of the plan when the window opened it.'),
});
export type EditingWindow = z.infer<typeof editingWindow>;

const change = { plan, base, window: editingWindow };

export const libraryMethods = {
  'library.status': { kind: 'read', input: nothing },
  'library.stopUpgrade': { kind: 'write', input: nothing },
  'library.list': { kind: 'read', input: z.strictObject({ removed: z.boolean().default(false) }) },
  'library.search': { kind: 'read', input: z.strictObject({ query: z.string().max(1000) }) },
  'library.changes': { kind: 'read', input: z.strictObject({ after: z.int().min(-1) }) },
  'library.create': {
    kind: 'write',
    input: z.strictObject({ sample: z.string().min(1).max(64), name: text.optional(), unlessPresent }),
  },
  'library.import': {
    kind: 'write',
    input: z.strictObject({
      text: planText.describe('A plan file, or a bundle, whose results are kept too.'),
      unlessPresent,
    }),
  },
  'library.open': { kind: 'read', input: z.strictObject({ plan, window: editingWindow.optional() }) },
  'library.rename': { kind: 'write', input: z.strictObject({ ...change, name: text }) },
  'library.duplicate': { kind: 'write', input: z.strictObject({ plan, name: text.optional() }) },
  'library.remove': { kind: 'write', input: z.strictObject({ plan }) },
  'library.restore': { kind: 'write', input: z.strictObject({ plan }) },
  'library.erase': { kind: 'write', input: z.strictObject({ plan }) },
  'library.check': { kind: 'read', input: nothing },
  'library.repair': { kind: 'write', input: nothing },
  'library.backup': { kind: 'write', input: nothing },
  'plan.edit': { kind: 'write', input: z.strictObject({ ...change, commands }) },
  'plan.undo': { kind: 'write', input: z.strictObject(change) },
  'plan.redo': { kind: 'write', input: z.strictObject(change) },
  'plan.history': {
    kind: 'read',
    input: z.strictObject({
      plan,
      before: revision.optional().describe('Only steps before this revision; absent: the latest.'),
      limit: z.int().min(1).max(1000).default(100),
    }),
  },
  'plan.export': {
    kind: 'read',
    input: z.strictObject({
      plan,
      version: version.optional(),
      results: z
        .boolean()
        .default(false)
        .describe('As a bundle, with the kept results of this very content.'),
    }),
  },
  'plan.replace': { kind: 'write', input: z.strictObject({ ...change, text: planText }) },
  'plan.simulate': { kind: 'write', input: z.strictObject({ plan, options: runOptions }) },
  'plan.results': { kind: 'read', input: z.strictObject({ plan }) },
  'versions.list': { kind: 'read', input: z.strictObject({ plan }) },
  'versions.create': {
    kind: 'write',
    input: z.strictObject({
      plan,
      base,
      name: z.string().trim().min(1).max(200),
      note: z.string().max(20_000).default(''),
    }),
  },
  'versions.open': { kind: 'read', input: z.strictObject({ plan, version }) },
  'versions.restore': { kind: 'write', input: z.strictObject({ ...change, version }) },
} as const;

export interface LibraryOutputs {
  'library.status': LibraryStatus;
  /** Ends an upgrade that is going on: the library is as it was, and stays closed to this host. */
  'library.stopUpgrade': { readonly stopped: boolean };
  'library.list': { readonly sequence: number; readonly plans: readonly PlanSummary[] };
  'library.search': readonly SearchHit[];
  /** Answers as soon as anything changed after the sequence, at the latest after some seconds with nothing. */
  'library.changes': { readonly sequence: number; readonly plans: readonly PlanSummary[] };
  'library.create': PlanState;
  'library.import': PlanState;
  'library.open': PlanState;
  'library.rename': PlanState;
  'library.duplicate': PlanState;
  'library.remove': PlanSummary;
  'library.restore': PlanSummary;
  'library.erase': { readonly plan: string };
  'library.check': LibraryCheck;
  'library.repair': LibraryRepair;
  'library.backup': Backup;
  'plan.edit': PlanState;
  'plan.undo': PlanState;
  'plan.redo': PlanState;
  'plan.history': readonly PastStep[];
  'plan.export': { readonly fileName: string; readonly text: string };
  'plan.replace': PlanState;
  'plan.simulate': { readonly run: string; readonly planHash: string; readonly revision: number };
  'plan.results': readonly KeptResult[];
  'versions.list': readonly VersionSummary[];
  'versions.create': VersionSummary;
  'versions.open': { readonly version: VersionSummary; readonly document: Plan };
  'versions.restore': PlanState;
}
