// Before the people: arrivals, self-service, assistant, closed channels; what comes back joins here again.
import type { CompiledModel } from '../simulation/index.ts';
import type { Delays } from './delays.ts';
import { arrivalsOf, openShares, type Steps } from './steps.ts';
import { ofClass, type Tallies } from './tallies.ts';

export class Front {
  /** By class and step: new contacts that return, attempts that reach the channel, attempts that reach the people. */
  readonly returning: Float64Array[];
  readonly atChannel: Float64Array[];
  readonly atPeople: Float64Array[];
  private readonly model: CompiledModel;
  private readonly tallies: Tallies;
  private readonly delays: Delays;
  private readonly arrivals: Float64Array[];
  private readonly open: (Float64Array | null)[];
  private readonly factor: number;

  constructor(
    model: CompiledModel,
    steps: Steps,
    all: number,
    tallies: Tallies,
    delays: Delays,
    factor: number,
  ) {
    this.model = model;
    this.tallies = tallies;
    this.delays = delays;
    this.factor = factor;
    this.returning = model.classes.map(() => new Float64Array(all));
    this.atChannel = model.classes.map(() => new Float64Array(all));
    this.atPeople = model.classes.map(() => new Float64Array(all));
    this.arrivals = model.classes.map((_, c) => arrivalsOf(model, c, steps));
    this.open = model.channels.map(({ windows, turnAway }) =>
      turnAway && windows !== 0
        ? openShares(model.windows[windows] as CompiledModel['windows'][number], steps)
        : null,
    );
  }

  /** Contacts of a class that reach the people in a step; those turned away are not among them. */
  reaching(c: number, step: number): number {
    const { model, tallies, delays } = this;
    const entry = model.classes[c] as CompiledModel['classes'][number];
    const own = entry.isInternal ? 1 : this.factor;
    const fresh = (this.arrivals[c]?.[step] ?? 0) * own;
    const returned = this.returning[c]?.[step] ?? 0;
    tallies.class(ofClass.offered, c, step, fresh + returned);
    tallies.class(ofClass.returned, c, step, returned);
    const channel = this.atChannel[c] as Float64Array;
    const tried = fresh * entry.selfServiceTried;
    const deflected = tried * entry.selfServiceDeflected;
    tallies.class(ofClass.deflected, c, step, deflected);
    channel[step] = (channel[step] as number) + fresh - tried + returned;
    delays.deposit(channel, step, tried - deflected, entry.selfServiceDelayLaw);

    const attempts = channel[step] as number;
    const met = attempts * entry.assistantShare;
    const people = this.atPeople[c] as Float64Array;
    people[step] = (people[step] as number) + attempts - met;
    if (met > 0) {
      const contained = met * entry.assistantResolved;
      const handed = met * entry.assistantHandedOver;
      const bounced = met - contained - handed;
      tallies.class(ofClass.contained, c, step, contained);
      tallies.class(ofClass.bounced, c, step, bounced);
      delays.deposit(people, step, handed, entry.assistantTimeLaw);
      if (entry.bounceDelayLaw !== -1)
        delays.deposit(this.returning[c] as Float64Array, step, bounced, entry.bounceDelayLaw, step + 1);
    }
    const all = people[step] as number;
    const open = this.open[entry.channel] ?? null;
    if (!entry.live || open === null || all === 0) return all;
    // Arrivals of a step that is open in part are taken to come while it is open, as profiles mostly have it.
    const share = (open[step] ?? 0) > 0 ? 1 : 0;
    tallies.class(ofClass.turnedAway, c, step, all * (1 - share));
    if (share === 0)
      this.model.promises.forEach((promise, p) => {
        const team = this.model.stages[entry.firstStage]?.homeTeam ?? 0;
        if (promise.turnedAwayMissed && promise.ofClass[c] === 1 && promise.clock !== 'wait')
          tallies.promise(p, c, team, step, all, 0);
      });
    return all * share;
  }
}
