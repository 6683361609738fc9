// Mean waits and shares that gave up, adjusted by controls from ten replications on.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { Estimate } from '../../measures/result.ts';
import { companionCount, companionsOf, placesPerClass } from '../companion/companionModel.ts';
import { dayBlocks } from '../model/busyDays.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import type { TallyLayout } from '../model/tallyLayout.ts';
import { ControlledRatios } from '../stats/controlledRatios.ts';
import { noEstimate } from '../stats/ratioMoments.ts';
import type { RatioSpread } from '../stats/ratioSpread.ts';
import type { DerivedLayout } from './derived.ts';
import { partsOf, type RatioSpec, scopeRatios } from './ratios.ts';
import type { MeasureScope } from './scopes.ts';
import { controlsPerTeam, type LinesSeen, WaitControls } from './waitControls.ts';

export const controlledMeasures = [
  'waitMeanSeconds',
  'answerWaitMeanSeconds',
  'abandonedFraction',
] as const satisfies readonly MeasureId[];
const isControlled = (measure: MeasureId): boolean =>
  (controlledMeasures as readonly MeasureId[]).includes(measure);

const pilotReplications = 10;
/** Of each ratio: its companion, then what is made of surprises. */
const slots = 1 + controlsPerTeam;

interface ControlledRatio {
  readonly scope: MeasureScope;
  readonly measure: MeasureId;
  readonly spec: RatioSpec;
  /** Teams in whose lines the contacts of the scope may wait. */
  readonly teams: readonly number[];
  /** Places of the companions' surpluses that are added up; none: no companion. */
  readonly companions: readonly number[];
}

interface Parts {
  readonly x: number;
  readonly y: number;
}

interface PilotReplication {
  readonly parts: readonly Parts[];
  readonly work: Float64Array;
  readonly companions: Float64Array | null;
  readonly seen: LinesSeen;
}

export class WaitEstimates {
  private readonly model: CompiledModel;
  private readonly ratios: readonly ControlledRatio[];
  private readonly moments: ControlledRatios;
  private readonly controls: WaitControls;
  private readonly own = new Float64Array(slots);
  /** For replications whose controls are not known yet. */
  private readonly none: Float64Array;
  private hasCompanions = false;
  private pilot: PilotReplication[] = [];

  constructor(
    model: CompiledModel,
    layout: TallyLayout,
    derived: DerivedLayout,
    scopes: readonly MeasureScope[],
  ) {
    this.model = model;
    this.ratios = scopes.flatMap((scope) =>
      scopeRatios(layout, derived, scope)
        .filter(([measure]) => isControlled(measure))
        .map(([measure, spec]) => ({
          ...{ scope, measure, spec },
          teams: teamsOf(model, scope),
          companions: companionPlaces(model, scope, measure),
        })),
    );
    this.moments = new ControlledRatios(this.ratios.length, slots, dayBlocks(model));
    this.controls = new WaitControls(model, layout);
    this.none = new Float64Array(layout.teams * controlsPerTeam);
  }

  /** Adds one replication: its tally, what follows from it, its work by surprise, what its companions counted beyond the mean. */
  add(
    values: Float64Array,
    derived: Float64Array,
    work: Float64Array,
    companions: Float64Array | null,
  ): void {
    this.hasCompanions = companions !== null;
    const parts = this.ratios.map(({ spec }) => partsOf(spec, values, derived));
    if (this.moments.count >= pilotReplications) {
      this.addParts(parts, this.controls.of(work), companions);
      return;
    }
    const seen = this.controls.seenIn(values);
    this.addParts(parts, this.none, companions);
    this.controls.learn(seen, 1);
    this.pilot.push({ parts, work, companions, seen });
    if (this.pilot.length === pilotReplications) this.endPilot();
  }

  /** As with the promises: what a replication says about the weights is left out of its own. */
  private endPilot(): void {
    this.moments.clear();
    for (const { parts, work, companions, seen } of this.pilot) {
      this.controls.learn(seen, -1);
      this.controls.decide();
      this.addParts(parts, this.controls.of(work), companions);
      this.controls.learn(seen, 1);
    }
    this.controls.decide();
    this.pilot = [];
  }

  private addParts(
    parts: readonly Parts[],
    controls: Float64Array,
    companionSurpluses: Float64Array | null,
  ): void {
    const { own } = this;
    const { worth } = this.controls;
    this.moments.next();
    this.ratios.forEach(({ teams, companions }, ratio) => {
      own.fill(0);
      if (companionSurpluses !== null)
        for (const at of companions) own[0] = (own[0] as number) + (companionSurpluses[at] as number);
      for (const team of teams) {
        for (let k = 0; k < controlsPerTeam; k += 1)
          own[1 + k] =
            (own[1 + k] as number) +
            (worth[team] as number) * (controls[team * controlsPerTeam + k] as number);
      }
      const { x, y } = parts[ratio] as Parts;
      this.moments.add(ratio, x, y, own, 0);
    });
  }

  /** Places of the controls that are used, the companion's among them; where there is none its place is empty, and no control. */
  private placesUsed({ companions }: ControlledRatio, areExact: boolean): number {
    const hasCompanion = this.hasCompanions && companions.length > 0;
    const known = this.model.busyDayShape > 0 ? 1 : controlsPerTeam + (hasCompanion ? 1 : 0);
    const use = areExact ? Math.min(known, Math.floor(this.moments.count / pilotReplications)) : 0;
    return hasCompanion ? use : use + 1;
  }

  /** Gives what every half-width is made of. */
  forEachSpread(
    areExact: boolean,
    give: (scope: MeasureScope, measure: MeasureId, spread: RatioSpread) => void,
  ): void {
    this.ratios.forEach((one, ratio) => {
      const spread = this.moments.spread(ratio, this.placesUsed(one, areExact));
      if (spread !== null) give(one.scope, one.measure, spread);
    });
  }

  /** Gives every adjusted measure; `areExact`: whether the expectations of the controls are known. */
  forEach(
    areExact: boolean,
    give: (scope: MeasureScope, measure: MeasureId, estimate: Estimate) => void,
  ): void {
    this.ratios.forEach((one, ratio) => {
      const { scope, measure } = one;
      const { value, halfWidth } = this.moments.estimate(ratio, this.placesUsed(one, areExact));
      const most = measure === 'abandonedFraction' ? 1 : Number.POSITIVE_INFINITY;
      const held = value === null ? noEstimate : { value: Math.min(most, Math.max(0, value)), halfWidth };
      give(scope, measure, held);
    });
  }
}

function teamsOf(model: CompiledModel, { classes, teams }: MeasureScope): readonly number[] {
  if (teams.length > 0) return teams;
  const found = model.stages.flatMap(({ classIndex, homeTeam }) =>
    classes.includes(classIndex) ? [homeTeam] : [],
  );
  return [...new Set(found)];
}

function companionPlaces(model: CompiledModel, scope: MeasureScope, measure: MeasureId): readonly number[] {
  const counted = measure === 'abandonedFraction' ? companionCount.abandoned : companionCount.waitSeconds;
  return companionsOf(model).flatMap(({ team, classes }) =>
    classes
      .filter(({ c }) => (scope.classes.length > 0 ? scope.classes.includes(c) : scope.teams.includes(team)))
      .map(({ c }) => c * placesPerClass(model) + counted),
  );
}
