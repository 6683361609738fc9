// What the kernel knows of a unit that it walks: rows of numbers in its memory, which name each other by their place. The
// places of the fields are written to ../rowPlaces.ts.

/** The walk as a whole; it stands at a fixed place. */
/* unmanaged */ export class Walk {
  stepSeconds: f64;
  /** What a station is asked, and what it answers. */
  askedAgents: f64;
  askedLoad: f64;
  askedHandling: f64;
  askedVariation: f64;
  askedPatience: f64;
  askedBalking: f64;
  askedDeferred: f64;
  askedReserve: f64;
  isStable: f64;
  waitProbability: f64;
  abandonment: f64;
  blocking: f64;
  meanWait: f64;
  meanWaitOfServed: f64;
  mostBusy: f64;
  busy: f64;
  deferredBlocked: f64;
  deferredHeld: f64;
  inTime: usize;
  leftInTime: usize;
  /** Tables of core/numerics. */
  logTable: usize;
  expTable: usize;
  powersOfTwo: usize;
  /** Room for the places of the lines at which something is going on in the present step. */
  busyLines: usize;
  /** Steps that are reported, and how far the walk goes at most; steps of a week. */
  count: i32;
  all: i32;
  week: i32;
  promises: i32;
  /** Share of each step that counts. */
  counted: usize;
  /** Lists of places of rows: all lines, those that are alive, and of these the ones that may wait, by rank. */
  everyLine: usize;
  everyLineEnd: usize;
  lines: usize;
  linesEnd: usize;
  byRank: usize;
  byRankEnd: usize;
  /** Rows, one behind the other. */
  classes: usize;
  classesEnd: usize;
  stages: usize;
  stagesEnd: usize;
  sets: usize;
  setsEnd: usize;
  groups: usize;
  groupsEnd: usize;
  returns: usize;
  returnsEnd: usize;
  /** The sums of the unit. */
  lineSums: usize;
  frontSums: usize;
  groupSums: usize;
  channelSeries: usize;
  /** The series of the channels while the walk goes on: all of a step side by side; how many there are in a step. */
  channelSteps: usize;
  channelSums: i32;
  teamSeries: usize;
  groupSeries: usize;
  promiseLines: usize;
  promiseFronts: usize;
  promiseSeries: usize;
  ages: usize;
}

/** What a step looks at most stands first: of a line at which nothing is going on the first eight are 0, see state.ts. */
/* unmanaged */ export class Line {
  joining: f64;
  /** Contacts that wait, in all. */
  total: f64;
  under: f64;
  expected: f64;
  loadNow: f64;
  load: f64;
  taken: f64;
  lost: f64;
  set: usize;
  isLive: i32;
  at: i32;
  /** Where its sums stand: found from `at` when the walk begins. */
  sums: usize;
  blocked: f64;
  answeredShare: f64;
  seconds: f64;
  goneOfLoad: f64;
  spanSeconds: f64;
  span: f64;
  goneOfWork: f64;
  patience: f64;
  variation: f64;
  balking: f64;
  passing: f64;
  resolvedShare: f64;
  returnShare: f64;
  redialShare: f64;
  blockedRedialShare: f64;
  before: f64;
  isInternal: i32;
  /** Of a live line: which of the ranks of its set. */
  rank: i32;
  places: i32;
  /** Place in the unit; first rows of its channel and of its team. */
  place: i32;
  channelRow: i32;
  teamRow: i32;
  resolves: i32;
  isFirst: i32;
  answersAtBegin: i32;
  handsInside: i32;
  back: usize;
  again: usize;
  nexts: usize;
  nextsEnd: usize;
  inside: usize;
  insideEnd: usize;
  promises: usize;
  promisesEnd: usize;
  resolutions: usize;
  resolutionsEnd: usize;
  /** Who waits, by the step in which they came, from head on to end. */
  came: usize;
  amounts: usize;
  head: i32;
  end: i32;
}

/** What of a line leaves the unit, or is away for a time by a law; into: the series of what comes later, or leaves. */
/* unmanaged */ export class Next {
  share: f64;
  into: usize;
  law: usize;
}

/** What of it stays within the unit and comes at once. */
/* unmanaged */ export class Inside {
  share: f64;
  later: usize;
  isAhead: i32;
}

/** A promise of a line. */
/* unmanaged */ export class LinePromise {
  targetSeconds: f64;
  weight: f64;
  place: i32;
  target: i32;
  withHandling: i32;
  leftOut: i32;
  metWithinTarget: i32;
  blockedMissed: i32;
  /** Open seconds up to the middle of each step; 0: elapsed time counts. */
  open: usize;
  atoms: usize;
  atomsEnd: usize;
}

/** A promise on the resolution for which the waits of a line are noted; the target is not 0. */
/* unmanaged */ export class Resolution {
  targetSeconds: f64;
  open: usize;
  at: i32;
}

/** A delay: pairs of shares for a number of steps later and the next, see `Pair`. */
/* unmanaged */ export class Law {
  pairs: usize;
  pairsEnd: usize;
  /** Steps between which all of them lie. */
  least: i32;
  most: i32;
}

/** Shares of a delay for two steps that follow each other; the second may be 0. */
/* unmanaged */ export class Pair {
  share: f64;
  next: f64;
  steps: i32;
}

/** Contacts that come back to their class after a delay. */
/* unmanaged */ export class Back {
  amount: f64;
  into: usize;
  law: usize;
}

/** A stage to which work is handed: its lines, and which of them hand on within the unit. */
/* unmanaged */ export class Stage {
  later: usize;
  open: usize;
  live: usize;
  deferred: usize;
  livePasses: i32;
  deferredPasses: i32;
}

/** A class that arrives here. */
/* unmanaged */ export class Class {
  factor: f64;
  selfServiceTried: f64;
  selfServiceDeflected: f64;
  assistantShare: f64;
  assistantResolved: f64;
  assistantHandedOver: f64;
  arrivals: usize;
  returning: usize;
  atChannel: usize;
  atPeople: usize;
  selfServiceLaw: usize;
  assistantLaw: usize;
  bounceLaw: usize;
  line: usize;
  /** Share of each step in which its channel is open; 0: nobody is turned away. */
  open: usize;
  at: i32;
  channelRow: i32;
  isInternal: i32;
  isLive: i32;
  /** Promises that count who is turned away: place, then place of the promise. */
  turned: usize;
  turnedEnd: usize;
}

/** Groups that serve lines together. */
/* unmanaged */ export class Set {
  liveLoad: f64;
  deferredLoad: f64;
  /** What its station told in the step of deferred work that cannot begin at once; below 0: nothing. */
  blocked: f64;
  held: f64;
  isAlone: i32;
  isMixed: i32;
  index: i32;
  /** Whether none of its groups has time left in the present step for those who wait. */
  isOut: i32;
  shares: usize;
  sharesEnd: usize;
  live: usize;
  liveEnd: usize;
  /** By rank of its live lines: what comes in a step, and how its wait differs from the mean of all. */
  ranks: i32;
  came: usize;
  factors: usize;
}

/** The part of a group in a set. */
/* unmanaged */ export class Share {
  weight: f64;
  loadWeight: f64;
  reserve: f64;
  group: usize;
  isFirst: i32;
}

/* unmanaged */ export class Group {
  agents: f64;
  left: f64;
  roof: f64;
  offered: f64;
  worked: f64;
  liveOn: f64;
  deferredOn: f64;
  before: f64;
  next: f64;
  agentsOf: usize;
  isWaiting: i32;
  row: i32;
}
