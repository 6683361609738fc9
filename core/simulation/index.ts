// The door of the simulation: compile a plan, simulate replications, collect their tallies into measures.

export type { Accounts } from './collect/accounts.ts';
export { type Collector, type CollectorOptions, createCollector } from './collector.ts';
export { KeptParts } from './compile/keptParts.ts';
export type { TimeZoneOffsets } from './compile/timeAxis.ts';
export { type CompileContext, compilePlan } from './compilePlan.ts';
export { type MemoryNeed, memoryNeedOf } from './memoryNeed.ts';
export type { CompiledModel } from './model/compiledModel.ts';
export { allowGrowth, GrowthExceeded } from './model/growth.ts';
export { type Journal, type JournalEntry, type JourneyStep, WindowJournal } from './model/journal.ts';
export {
  EndlessInstant,
  type ReplicationTally,
  simulateReplication,
  simulateWithCompanions,
} from './simulateReplication.ts';
export { type TraceFailure, type TraceWindow, tracePlayback } from './tracePlayback.ts';
export { engineVersion } from './version.ts';
