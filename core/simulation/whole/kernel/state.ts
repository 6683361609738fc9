// The replication, and words for what is not there.
import type {
  Agent,
  AgentList,
  Channel,
  Class,
  Contact,
  Due,
  Group,
  Law,
  Outcome,
  Queue,
  Stage,
  State,
  Table,
  Team,
  Windows,
} from './rows.ts';

/** As in ../rowPlaces.ts: `stateAt`. */
export const s: State = changetype<State>(1024);

export const noContact: Contact = changetype<Contact>(0);
export const noAgent: Agent = changetype<Agent>(0);
export const noClass: Class = changetype<Class>(0);
export const noChannel: Channel = changetype<Channel>(0);
export const noDue: Due = changetype<Due>(0);
export const noGroup: Group = changetype<Group>(0);
export const noLaw: Law = changetype<Law>(0);
export const noList: AgentList = changetype<AgentList>(0);
export const noOutcome: Outcome = changetype<Outcome>(0);
export const noQueue: Queue = changetype<Queue>(0);
export const noStage: Stage = changetype<Stage>(0);
export const noTable: Table = changetype<Table>(0);
export const noTeam: Team = changetype<Team>(0);
export const noWindows: Windows = changetype<Windows>(0);

export const isFree: i32 = 0;
export const isWaiting: i32 = 1;
export const isHandled: i32 = 2;
export const isDelayed: i32 = 3;

/** What an event is; also its rank among simultaneous ones (duty changes stand between completions and timers). */
export const completion: i32 = 0;
export const timer: i32 = 2;
export const abandonment: i32 = 3;
export const joining: i32 = 4;
/** A delay of zero, a hand-over: joins after all others at this instant. */
export const joiningLast: i32 = 5;

/** What a delayed contact does when its delay is over. */
export const toChannel: i32 = 0;
export const afterAssistantStep: i32 = 1;
export const toRedial: i32 = 2;
export const toStage: i32 = 3;
export const toCallBack: i32 = 4;
/** After the assistant, where it is known before what comes of it: nothing more, people, or the customer turns away. */
export const toEnd: i32 = 5;
export const toPeople: i32 = 6;
export const toBounce: i32 = 7;

/** Size of a row in memory, and the row behind one. */
/* inline */ export function sizeOf<T>(): usize {
  return (offsetof<T>() + 7) & ~7;
}

/** The row that a list names at a place. */
/* inline */ export function named<T>(place: usize): T {
  return changetype<T>(load<usize>(place));
}

/** Adds to two numbers of the tally that stand side by side. */
/* inline */ export function addTwo(place: usize, first: f64, second: f64): void {
  addBoth(place, f64x2.replace_lane(f64x2.splat(first), 1, second));
}

/** The same, where the amounts are a pair already. */
/* inline */ function addBoth(place: usize, amounts: v128): void {
  v128.store(place, f64x2.add(v128.load(place), amounts));
}

/** Adds to a number of the tally. */
/* inline */ export function add(place: usize, amount: f64): void {
  store<f64>(place, load<f64>(place) + amount);
}
