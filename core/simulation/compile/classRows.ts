// The classes of contacts that a plan makes: its rows of demand, its starting backlogs, and for each of these that is
// offered a call-back the same contacts over the call-back channel.
import { isLive } from '../../plan/schema/channel.ts';
import type { Demand } from '../../plan/schema/demand.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { DemandFacts } from '../../plan/servedPlan.ts';

export interface ClassRow {
  readonly kind: 'demand' | 'backlog' | 'callBack';
  readonly id: string;
  /** Key of the random streams; call-backs have that of the row that they come from. */
  readonly key: string;
  /** The row of demand, over the channel by which these contacts are served. */
  readonly demand: Demand;
  /** Place of that row in the plan's demand. */
  readonly demandRow: number;
  /** Row that these contacts come from: another one for call-backs only. */
  readonly origin: number;
  /** Row as which a contact goes on that accepts a call-back; -1: none is offered. */
  readonly callBackRow: number;
  /** Entry of the plan's starting backlog; -1: none. */
  readonly backlog: number;
}

/** What decides where the contacts of a row can go. */
export type WayRow = Pick<ClassRow, 'kind' | 'origin' | 'callBackRow'> & { readonly demand: DemandFacts };

type FirstRow = Omit<ClassRow, 'origin' | 'callBackRow'>;

/** Rows of demand in the order of the plan, then its backlogs, then the call-backs of both. */
export function classRows(plan: Pick<Plan, 'demand' | 'startingBacklog' | 'channels'>): ClassRow[] {
  const first: FirstRow[] = [
    ...plan.demand.map((demand, demandRow): FirstRow => {
      const key = demand.streamKey ?? demand.id;
      return { kind: 'demand', id: demand.id, key, demand, demandRow, backlog: -1 };
    }),
    ...plan.startingBacklog.map(({ demand: id }, backlog): FirstRow => {
      const demandRow = plan.demand.findIndex((row) => row.id === id);
      const demand = plan.demand[demandRow];
      if (demand === undefined) throw new Error(`backlog of ${id}`);
      const key = `${demand.streamKey ?? demand.id}/backlog`;
      return { kind: 'backlog', id: `${demand.id}/backlog`, key, demand, demandRow, backlog };
    }),
  ];
  const callBacks: ClassRow[] = [];
  const rows = first.map((row, origin): ClassRow => {
    const channel = plan.channels.find((candidate) => candidate.id === row.demand.channel);
    const offer = channel?.callBackOffer;
    if (channel === undefined || offer === undefined || !isLive(channel) || amount(offer.acceptedShare) === 0)
      return { ...row, origin, callBackRow: -1 };
    const callBackRow = first.length + callBacks.length;
    const demand = { ...row.demand, channel: offer.channel };
    const id = `${row.id}/callBack`;
    callBacks.push({ ...row, kind: 'callBack', id, demand, origin, callBackRow: -1, backlog: -1 });
    return { ...row, origin, callBackRow };
  });
  return [...rows, ...callBacks];
}
