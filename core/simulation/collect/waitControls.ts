// Controls of mean waits and abandonment (README.md, decision 12): work by surprise, where a line is long enough for more work to
// lengthen it. How long, the first replications say.
import type { CompiledModel } from '../model/compiledModel.ts';
import { type TallyLayout, teamCounter, teamCounters } from '../model/tallyLayout.ts';

/** Of each team: work where its line stands, and work some hours before. */
export const controlsPerTeam = 2;

/** How long work may be felt where a line builds up. */
const aheadSeconds = 4 * 3600;

/** What a replication says about the weights. */
export interface LinesSeen {
  /** By team and interval: contact-seconds in line, agent-seconds on duty. */
  readonly queueSeconds: Float64Array;
  readonly dutySeconds: Float64Array;
  /** Seconds of each interval. */
  readonly exposure: Float64Array;
  /** By team: waits that ended, agent-seconds busy. */
  readonly waits: Float64Array;
  readonly busySeconds: Float64Array;
}

export class WaitControls {
  private readonly model: CompiledModel;
  private readonly layout: TallyLayout;
  private readonly seen: LinesSeen;
  /** By team and interval. */
  private readonly now: Float64Array;
  private readonly ahead: Float64Array;
  /** What a second of work is worth in waiting: contacts a second of work, by team. */
  readonly worth: Float64Array;

  constructor(model: CompiledModel, layout: TallyLayout) {
    const { intervals, teams } = layout;
    this.model = model;
    this.layout = layout;
    this.seen = {
      queueSeconds: new Float64Array(teams * intervals),
      dutySeconds: new Float64Array(teams * intervals),
      exposure: new Float64Array(intervals),
      waits: new Float64Array(teams),
      busySeconds: new Float64Array(teams),
    };
    this.now = new Float64Array(teams * intervals);
    this.ahead = new Float64Array(teams * intervals);
    this.worth = new Float64Array(teams);
  }

  seenIn(values: Float64Array): LinesSeen {
    const { layout } = this;
    const { intervals, teams } = layout;
    const rows = (at: number, size: number): Float64Array => values.slice(at, at + size);
    const ofTeams = (counter: number): Float64Array =>
      Float64Array.from(
        { length: teams },
        (_, team) => values[layout.teamAt + team * teamCounters + counter] as number,
      );
    return {
      queueSeconds: rows(layout.teamQueueSeriesAt, teams * intervals),
      dutySeconds: rows(layout.dutySeriesAt, teams * intervals),
      exposure: rows(layout.exposureAt, intervals),
      waits: ofTeams(teamCounter.waitsEnded),
      busySeconds: ofTeams(teamCounter.busySeconds),
    };
  }

  /** Looks at one of the first replications; -1 forgets it. */
  learn(found: LinesSeen, times: 1 | -1): void {
    const { seen } = this;
    const add = (into: Float64Array, from: Float64Array): void => {
      for (let at = 0; at < into.length; at += 1)
        into[at] = (into[at] as number) + times * (from[at] as number);
    };
    add(seen.queueSeconds, found.queueSeconds);
    add(seen.dutySeconds, found.dutySeconds);
    add(seen.exposure, found.exposure);
    add(seen.waits, found.waits);
    add(seen.busySeconds, found.busySeconds);
  }

  /**
   * Fixes the weights by what has been looked at. An interval with L in line before n agents weighs L / (L + sqrt n): nearly nothing
   * where agents are idle, all where none is; the change comes where the line is as long as a busy team's usual scatter.
   */
  decide(): void {
    const { ahead, layout, model, now, seen } = this;
    const { axis } = model;
    const { intervals, teams } = layout;
    const window = Math.max(1, Math.round(aheadSeconds / axis.intervalSeconds));
    for (let team = 0; team < teams; team += 1) {
      const own = team * intervals;
      for (let i = 0; i < intervals; i += 1) {
        const seconds = seen.exposure[i] as number;
        const length = seconds > 0 ? (seen.queueSeconds[own + i] as number) / seconds : 0;
        const agents = seconds > 0 ? (seen.dutySeconds[own + i] as number) / seconds : 0;
        now[own + i] = length > 0 ? length / (length + Math.sqrt(Math.max(1, agents))) : 0;
      }
      for (let i = 0; i < intervals; i += 1) {
        let sum = 0;
        for (let k = i; k < i + window; k += 1) {
          const at = axis.kind === 'week' ? k % intervals : k;
          if (at < intervals) sum += now[own + at] as number;
        }
        ahead[own + i] = sum / window;
      }
      const busy = seen.busySeconds[team] as number;
      this.worth[team] = busy > 0 ? (seen.waits[team] as number) / busy : 0;
    }
  }

  /** The controls of each team in a replication: its work by surprise, weighted. */
  of(work: Float64Array): Float64Array {
    const { ahead, layout, now } = this;
    const { intervals, teams } = layout;
    const controls = new Float64Array(teams * controlsPerTeam);
    for (let team = 0; team < teams; team += 1) {
      let felt = 0;
      let before = 0;
      for (let at = team * intervals; at < (team + 1) * intervals; at += 1) {
        felt += (work[at] as number) * (now[at] as number);
        before += (work[at] as number) * (ahead[at] as number);
      }
      controls[team * controlsPerTeam] = felt;
      controls[team * controlsPerTeam + 1] = before;
    }
    return controls;
  }
}
