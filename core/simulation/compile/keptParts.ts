// The parts of a compiled model that are kept from one state of a plan to the next. What each is made of stands where it is made.
import type { RateSegments } from '../engine/arrivalProcess.ts';
import type { Windows } from '../engine/openTime.ts';
import type { ClassModel, GroupModel, ModelAxis, PromiseModel } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';
import { Kept, KeptEach } from './kept.ts';
import type { PeriodKind, Periods } from './periods.ts';
import type { Staffed } from './staffed.ts';
import type { TimeAxis } from './timeAxis.ts';
import type { Ways } from './ways.ts';

export class KeptParts {
  readonly axis = new Kept<TimeAxis>();
  readonly reported = new Kept<ModelAxis>();
  /** By place in the model; the first is always open and not kept. */
  readonly windows = new KeptEach<Windows>();
  readonly rows = new Kept<readonly ClassRow[]>();
  readonly ways = new Kept<Ways>();
  readonly segments = new KeptEach<RateSegments>();
  readonly classes = new KeptEach<ClassModel>();
  readonly internal = new KeptEach<ClassModel>();
  readonly allClasses = new Kept<readonly ClassModel[]>();
  readonly staffed = new Kept<Staffed>();
  readonly groups = new KeptEach<GroupModel>();
  readonly periods = new Kept<(kind: PeriodKind) => Periods>();
  readonly promises = new KeptEach<PromiseModel>();
}
