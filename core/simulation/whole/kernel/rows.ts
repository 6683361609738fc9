// What the kernel knows of the parts of a model and of a replication: rows of numbers in its memory, which name each other by
// their place. No row has gaps. The places of the fields are written to ../rowPlaces.ts.

/** The replication as a whole; it stands at a fixed place. */
/* unmanaged */ export class State {
  now: f64;
  /** An event before this time has to look at nothing but itself. */
  quietUntil: f64;
  /** The next event, and the next arrival. */
  eventTime: f64;
  arrivalTime: f64;
  /** Stretches of time that the calendar tells apart; the present one, and the first that is too late for the wheel. */
  stretchesPerSecond: f64;
  presentStretch: f64;
  wheelEnd: f64;
  eventWord: i32;
  /** How many others of the present stretch follow the next event. */
  nearEvents: i32;
  /** The calendar: the wheel of two turns, and where the next event on it is looked for: a word of bits, and the stretches of these. */
  wheel: usize;
  wheelWord: usize;
  wordStretches: usize;
  /** Free nodes for events. */
  freeNode: usize;
  /** What has been asked for before it is needed; it means nothing. */
  broughtNear: i32;
  /** First arrivals in their order: the next one. */
  arrivalAt: usize;
  untilReport: i32;
  /** How far behind the first interval's counts of promises stand those of the present one; the same of channels' counts, by the reported axis. */
  intervalAt: i32;
  columnAt: i32;
  interval: i32;
  /** Interval of the reported axis, and the same by interval of the horizon. */
  column: i32;
  columnOf: usize;
  /** Bytes of the counts of an interval: of promises and of channels. */
  intervalBytes: i32;
  columnBytes: i32;
  spare: i32;
  /** From here on the next event has to look at more than itself: an interval, the horizon or the replication ends. */
  mark: f64;
  intervalEnd: f64;
  /** The same, but for the last interval, whose end the clock never passes. */
  intervalBound: f64;
  intervalSeconds: f64;
  /** Contacts that arrive before this are not counted; infinity until a warm-up given in contacts has passed. */
  warmStart: f64;
  horizonEnd: f64;
  stopTime: f64;
  growthStart: f64;
  /** Mean of the law of the handling that was drawn last. */
  drawnMean: f64;
  /** 1: taken from memory in one step, where the code takes three to make it. */
  one: f64;
  /** Time of the last event, and how many there have been at it. */
  instant: f64;
  simultaneous: f64;
  events: f64;
  arrived: f64;
  horizonContacts: f64;
  warmUpContacts: f64;
  /** So many contacts have arrived before the one with which the warm-up is over, or the horizon ends. */
  markedArrival: f64;
  /** The next change of duty or closing of a channel. */
  changeTime: f64;
  /** Contacts that have come to lines so far; counts on from below when the numbers are at an end. */
  joined: i32;
  intervals: i32;
  columns: i32;
  hasStarted: i32;
  hasEnded: i32;
  seed: i32;
  replication: i32;
  /** What of the rules the model uses. */
  hasTriggers: i32;
  limitsTeams: i32;
  interrupts: i32;
  limitsLines: i32;
  looksLate: i32;
  revisits: i32;
  /** Where in a contact's row visits by team stand, and pauses by pausing promise. */
  visitsAt: i32;
  visitsEnd: i32;
  pausesAt: i32;
  pausesEnd: i32;
  pauses: i32;
  pausing: usize;
  contactBytes: i32;
  agentBytes: i32;
  mostChats: i32;
  /** Contacts in flight, free rows, rows that were never used; all rows from the first on. */
  inPool: i32;
  freeContact: Contact;
  unusedContact: usize;
  unusedContactEnd: usize;
  firstContact: Contact;
  lastContact: Contact;
  firstAgent: Agent;
  lastAgent: Agent;
  /** Memory from here on is free, up to the end. */
  freeAt: usize;
  memoryEnd: usize;
  teams: usize;
  teamsEnd: usize;
  queues: usize;
  queuesEnd: usize;
  groups: usize;
  groupsEnd: usize;
  stages: usize;
  stagesEnd: usize;
  channels: usize;
  channelsEnd: usize;
  classes: usize;
  classesEnd: usize;
  /** Levels over time that are added up by interval. */
  series: usize;
  seriesEnd: usize;
  presentOfSeries: i32;
  seriesAreOver: i32;
  /** Duty changes, and how many have been made. */
  duties: usize;
  dutiesEnd: usize;
  duty: usize;
  closings: usize;
  closingsEnd: usize;
  closing: usize;
  unitTable: i32;
  /** Classes that have arrivals, and for how much time they are taken from these together. */
  sources: usize;
  sourcesEnd: usize;
  mergedSeconds: f64;
  partsPerSecond: f64;
  /** Rank of the next event among simultaneous ones, where others of the present stretch follow it. */
  eventKey: u64;
  /** The present stretch: events in order, the next one, the place behind the last; and the heap of those that came later. */
  run: usize;
  runAt: usize;
  runEnd: usize;
  runRoom: i32;
  heap: usize;
  heapSize: i32;
  heapRoom: i32;
  sortRows: usize;
  sortRoom: usize;
  /** Events of later turns than the wheel has, by turn. */
  farEvents: i32;
  turnHooks: usize;
  /** What is known of the next first arrival, asked for before it is needed. */
  arrivalFlags: i32;
  /** Of each line of deferred work a bit that says whether anybody stands there; and the lines. */
  takenDeferred: usize;
  takenDeferredEnd: usize;
  deferredQueues: usize;
}

/**
 * A contact in flight; behind it stand its visits by team and its pauses by promise. What is asked most often stands first: a row
 * begins where a line of the processor's cache does.
 */
/* unmanaged */ export class Contact {
  queueEntry: f64;
  clockStart: f64;
  firstClockStart: f64;
  state: i32;
  flags: i32;
  stage: Stage;
  queue: Queue;
  /** The key of the contact; agents keep it. */
  entry: Class;
  ordinal: i32;
  generation: i32;
  attempt: i32;
  /** The row that is free after this one, and the one made after it. */
  nextFree: Contact;
  nextMade: Contact;
  handlingSeconds: f64;
  handlingFactor: f64;
  /** Time of the first handling. */
  firstHandling: f64;
  /** What of this and of the outcome has been drawn, as in firstDraws.ts. */
  ahead: i32;
  /** What follows the talk. */
  outcome: Outcome;
  step: i32;
  spare: i32;
  /** The state's `intervalAt` and `columnAt` when the clock began, and when the first one did. */
  clockInterval: i32;
  clockColumn: i32;
  firstClockInterval: i32;
  firstClockColumn: i32;
  /** Place in the order in which all contacts came to their lines. */
  joinOrder: i32;
  /** What was known of the contact then, as long as the order key has not been worked out from it: as in orderKey.ts. */
  entryFlags: i32;
  orderKey: f64;
  abandonAt: f64;
  /** Begin of the present wait: the entry, or the interruption of the handling. */
  waitSince: f64;
  /** Patience not waited yet when the contact was answered, where it had waited. */
  patienceLeft: f64;
  next: Contact;
  previous: Contact;
  handlingLaw: Law;
  /** The only agent who may resume the handling; none: every able one. */
  onlyAgent: Agent;
  /** Of a chat. */
  lastHandlingSeconds: f64;
  /** Time on the clocks of earlier attempts; only set where there were any. */
  waitedBefore: f64;
  /** Talk and wrap-up that are left of a handling that was cut short, in seconds before proficiency. */
  talkLeft: f64;
  wrapUpLeft: f64;
  /** When the present stay in another department began; of one who waits: when the first trigger by age acts. */
  awaySince: f64;
  /** Priority to which a trigger has raised the contact; means something where the flag says so. */
  raisedTo: i32;
  /** Stage at which the handling was begun; means something where the flag says that the contact passes on. */
  beginStage: Stage;
  failedTries: i32;
  /** Agent who is held by a warm hand-over; means something where the flag says so. */
  heldAgent: Agent;
}

/* unmanaged */ export class Agent {
  /** When the agent became idle, or took the last contact; and the neighbours in a list, as in AgentList. */
  since: f64;
  next: Agent;
  previous: Agent;
  eventTime: f64;
  /** When the agent last took a contact, or came on duty. */
  assigned: f64;
  /** Links of the group's agents in the order of their last assignments: see turns.ts. */
  nextTurn: usize;
  previousTurn: usize;
  group: Group;
  load: i32;
  table: Table;
  slot: Contact;
  /** Duty spans that hold now: more than one where a shift begins as another ends. */
  duty: i32;
  list: AgentList;
  held: i32;
  tried: Contact;
  wrapUp: f64;
  /** Proficiency with which the present talk goes on. */
  speed: f64;
  busySince: f64;
  /** Whether the agent learns when the group does. */
  isNew: i32;
  keyClass: Class;
  keyOrdinal: i32;
  keyGeneration: i32;
  keyAttempt: i32;
  /** Whom the agent talks with, and the links of those in talk with the like: see yielding.ts. */
  yields: i32;
  nextTalk: usize;
  previousTalk: usize;
  /** The chat that ends first, as long as it is the agent's event. */
  firstChat: Chat;
  nextMade: Agent;
  number: i32;
  overRuns: i32;
  leftAt: f64;
  /** Chats: when the progress was last brought up to date, and the progress. */
  speedTime: f64;
  progress: f64;
  /** The overlap of a warm hand-over with the next agent. */
  overlap: f64;
}

/* unmanaged */ export class Chat {
  finish: f64;
  /** The key of the contact, as in its row, and the contact; none: it is the wrap-up. */
  entry: Class;
  ordinal: i32;
  generation: i32;
  slot: Contact;
}

/** Agents of a group with one load: they stand in a ring with their list, which begins as an agent does. */
/* unmanaged */ export class AgentList {
  /** Before that of every agent. */
  since: f64;
  head: Agent;
  tail: Agent;
}

/** A class that has arrivals: the next one, and those that are made. */
/* unmanaged */ export class Source {
  time: f64;
  /** Time and row of the last one that is made. */
  lastTime: f64;
  cursor: usize;
  lastRow: usize;
  /** Where the rows begin (0: arrivals are recorded) and end. */
  begin: usize;
  end: usize;
  entry: Class;
  spare: i32;
}

/** A row of demand, and the places of its counts. */
/* unmanaged */ export class Class {
  isInternal: i32;
  /** Ordinal of the next arrival. */
  ordinal: i32;
  /** First arrivals in the present interval. */
  fresh: i32;
  firstStage: Stage;
  /** When who comes is not turned away: the hours of a live channel that does so, else always. */
  gate: Windows;
  /** Class as which who accepts a call-back goes on; none: no call-back is offered. */
  callBackClass: Class;
  index: i32;
  /** Pairs with the teams, one after the other. */
  pairs: usize;
  aheadTeam: Team;
  answeredAtBegin: i32;
  queueSeries: Series;
  /** Rows of its channel, by interval of the reported axis. */
  channelCounts: usize;
  /** Counts that go into the histograms at the end, as bins.ts has them. */
  bins: usize;
  /** Places in the tally. */
  counters: usize;
  offered: usize;
  /** As in yielding.ts. */
  preemptible: i32;
  /** Sums that go into the tally at the end. */
  waitSeconds: f64;
  answerWaitSeconds: f64;
  resolutionSeconds: f64;
  resolvedHandlingSeconds: f64;
  firstResponseSeconds: f64;
  queueSeconds: f64;
  /** Resolved contacts who had come back before, and those, too, who do so later. */
  resolvedLater: i32;
  notForGood: i32;
  origin: Class;
  channel: Channel;
  aheadLaw: Law;
  /** Ordinal of the next arrival that is not made. */
  made: i32;
  hasTries: i32;
  key0: i32;
  key1: i32;
  /** Place in the order of the keys of classes. */
  rank: i32;
  live: i32;
  histograms: usize;
  handlingHistogram: usize;
  /** Promises about the class, by clock. */
  responsePromises: usize;
  resolutionPromises: usize;
  resolutionPromisesEnd: usize;
  /** First arrivals by interval of the reported axis. */
  freshCounts: usize;
  keys: usize;
  thresholdSeconds: f64;
  acceptedShare: f64;
  unansweredShare: f64;
  selfServiceTried: f64;
  selfServiceDeflected: f64;
  assistantShare: f64;
  assistantResolved: f64;
  assistantHandedOver: f64;
  handOverFactor: f64;
  redialShare: f64;
  blockedRedialShare: f64;
  /** Where the arrivals have come to in the rates. */
  position: f64;
  samePatience: i32;
  retries: i32;
  failedAttemptLaw: Law;
  retryDelayLaw: Law;
  selfServiceDelayLaw: Law;
  assistantTimeLaw: Law;
  bounceDelayLaw: Law;
  redialDelayLaw: Law;
  /** Room for arrivals that are made ahead. */
  block: usize;
  arrivalKey0: i32;
  arrivalKey1: i32;
  /** Segments of the rate: starts, rates and days, each in a row of its own. */
  segment: i32;
  segments: i32;
  starts: usize;
  rates: usize;
  days: usize;
  /** Factors of days; 0: none. */
  factors: usize;
  /** Recorded arrivals instead of rates. */
  recorded: usize;
  recordedEnd: usize;
  filling: i32;
  filling0: f64;
  filling1: f64;
  filling2: f64;
}

/* unmanaged */ export class Team {
  /** Sums that go into the tally at the end; of work by surprise those of the present interval. */
  surplus: f64;
  offeredWorkSeconds: f64;
  waitSeconds: f64;
  answerWaitSeconds: f64;
  firstResponseSeconds: f64;
  resolutionSeconds: f64;
  busySeconds: f64;
  queueSeconds: f64;
  waitingPlaces: f64;
  oldestEntry: f64;
  index: i32;
  key0: i32;
  key1: i32;
  windows: Windows;
  exemptsHandOvers: i32;
  waiting: i32;
  deferredWaiting: i32;
  counters: usize;
  bins: usize;
  histograms: usize;
  workSurplus: usize;
  backlog: usize;
  oldest: usize;
  queueSeries: Series;
  dutySeries: Series;
  busySeries: Series;
  overRunSeries: Series;
}

/* unmanaged */ export class Channel {
  waitingPlaces: f64;
  lines: f64;
  waiting: i32;
  inService: i32;
  turnAway: i32;
  disconnects: i32;
  windows: Windows;
  /** What is counted by interval, and where that goes in the tally. */
  counts: usize;
  series: usize;
  spare: i32;
}

/** What is counted of a channel in an interval of the reported axis; it fills a line of the processor's cache. */
/* unmanaged */ export class ChannelCounts {
  waitSeconds: f64;
  firstResponseSeconds: f64;
  resolutionSeconds: f64;
  answered: i32;
  abandoned: i32;
  blocked: i32;
  firstResponses: i32;
  resolved: i32;
  spare: i32;
  filling0: f64;
  filling1: f64;
}

/** Hours: their windows, and which of them has opened last. */
/* unmanaged */ export class Windows {
  /** Begin and end of the last one that has opened, infinity and 0 before any has, and open seconds before it; begin of the next one. */
  begin: f64;
  end: f64;
  before: f64;
  next: f64;
  /** How many have opened. */
  opened: i32;
  /** Their rows, as in clock.ts. */
  bounds: usize;
  /** How many have opened by hour. */
  byHour: usize;
  hours: i32;
}

/* unmanaged */ export class Law {
  scale: f64;
  meanSeconds: f64;
  /** The draw where it is always the same; below 0: it is not. */
  constant: f64;
  table: i32;
  number: i32;
}

/** A class at a team, or on the way there; what is asked most often fills a line of the processor's cache. */
/* unmanaged */ export class Stage {
  /** Mean work of a handling, in single-chat seconds; 0 where the home team has no such handlings. */
  meanSeconds: f64;
  balkingShare: f64;
  homeTeam: Team;
  /** The line of the stage, live where there is one, and that of deferred work. */
  queue: Queue;
  deferredQueue: Queue;
  /** Whether the customer may not answer: of call-backs. */
  isTried: i32;
  /** Visits but for those that were served at once, these, and first responses without a wait. */
  visits: i32;
  servedAtOnce: i32;
  respondedAtOnce: i32;
  /** At a dispatcher or a wrong team: what follows every talk there. */
  passing: Outcome;
  /** Promises to contacts that stand here: on the wait; on the first response, those where the beginning counts first; on the resolution. */
  waits: Due;
  responses: Due;
  responsesAtEnd: Due;
  resolutions: Due;
  homePair: Pair;
  entry: Class;
  handlingLaw: Law;
  patienceLaw: Law;
  liveQueue: Queue;
  raised: usize;
  raisedEnd: usize;
  triggers: usize;
  triggersEnd: usize;
  callBackStage: Stage;
  /** Who joined a line from here last, one after another and raised: near there stands who joins next, where the order is not that of joining. */
  lastJoined: Contact;
  lastRaised: Contact;
  /** Where a dispatcher sends contacts by mistake. */
  dispatch: Dispatch;
  /** The first attempt at which a trigger acts. */
  fromAttempt: i32;
  nextStage: Stage;
  filling: i32;
}

/** Teams to which a dispatcher hands contacts over by mistake. */
/* unmanaged */ export class Dispatch {
  wrongTeamShare: f64;
  wrongTeamStages: usize;
  wrongTeams: i32;
}

/** The lines of a stage for contacts of a raised priority. */
/* unmanaged */ export class Raised {
  priority: i32;
  liveQueue: Queue;
  deferredQueue: Queue;
  spare: i32;
}

/* unmanaged */ export class Trigger {
  shareOfTarget: f64;
  fromAttempt: i32;
  raiseTo: i32;
  moveStage: Stage;
  spare: i32;
}

/** A class handled by a team; there is one for every pair, whether such handlings come about or not. */
/* unmanaged */ export class Pair {
  meanSeconds: f64;
  wrapUpShare: f64;
  /** The part of a handling that is talk. */
  talkShare: f64;
  returnShare: f64;
  exists: i32;
  handlingLaw: Law;
  /** How a handling may end: resolved first. */
  outcomes: usize;
  /** The uniforms from which on each of the other outcomes comes about, in fours; none: nothing is drawn, all are resolved. */
  thresholds: usize;
  thresholdsEnd: usize;
  returnDelayLaw: Law;
  keys: usize;
  outcomesEnd: usize;
}

/**
 * How a handling ends; what is asked when it begins fills a line of the processor's cache. Work by surprise, in agent-seconds, is that of
 * other teams and of the one that works; what has no place here stands in rows of its own.
 */
/* unmanaged */ export class Outcome {
  /** Mean of the handling that ends so. */
  meanSeconds: f64;
  firstSurprise: f64;
  secondSurprise: f64;
  thirdSurprise: f64;
  ownSurprise: f64;
  ownSurpriseToo: f64;
  firstTeam: Team;
  secondTeam: Team;
  thirdTeam: Team;
  kind: i32;
  warmSeconds: f64;
  stage: Stage;
  law: Law;
  handlingLaw: Law;
  /** The law of the handling that ends so, and what its draw is for. */
  talkLaw: Law;
  aim: i32;
  surprises: usize;
  surprisesEnd: usize;
  /** How often it has come about for contacts that are counted. */
  times: i32;
  filling0: f64;
  filling1: f64;
  filling2: f64;
}

/** What an outcome asks of a team beyond the mean, in agent-seconds. */
/* unmanaged */ export class Surprise {
  seconds: f64;
  team: Team;
  spare: i32;
}

/** A line of contacts; what is asked when one comes fills a line of the processor's cache. */
/* unmanaged */ export class Queue {
  /** Work that an agent does in a second at best, in single-chat seconds. */
  mostSpeed: f64;
  channel: Channel;
  live: i32;
  /** Groups of the only entry that is open at once, where the longest idle of these is taken; 0: it is otherwise. */
  idleGroups: usize;
  idleGroupsEnd: usize;
  /** Whether contacts hold places of the channel, where these or its lines are limited. */
  holdsPlace: i32;
  /** Whether the lines of its channel are limited. */
  limitsLines: i32;
  concurrency: Table;
  preempts: i32;
  interruptsDeferred: i32;
  priority: i32;
  order: i32;
  head: Contact;
  tail: Contact;
  length: i32;
  entries: usize;
  entriesEnd: usize;
  homeTeam: Team;
  agentChoice: i32;
  holdsTeamPlace: i32;
  /** What an agent who talks with one of the line has to yield to: as in yielding.ts, but for what the class says. */
  yields: i32;
  sameLine: usize;
  sameLineEnd: usize;
  /** Who entered first of those in the line; none: not known. */
  oldest: Contact;
  /** Words, and bits of them, that say to the groups that somebody stands here. */
  places: usize;
  placesEnd: usize;
  filling: i32;
  filling0: f64;
  filling1: f64;
}

/* unmanaged */ export class Entry {
  afterSeconds: f64;
  groups: usize;
  groupsEnd: usize;
}

/** A queue that a group serves. */
/* unmanaged */ export class Served {
  afterSeconds: f64;
  queue: Queue;
  bucket: i32;
}

/** A word of `taken`, a bit of it, and where the lines with anybody are counted: `linesTaken` of a group. */
/* unmanaged */ export class Bit {
  word: usize;
  bit: i32;
  taken: usize;
  spare: i32;
}

/** The first three are the AgentList of the idle. */
/* unmanaged */ export class Group {
  since: f64;
  longestIdle: Agent;
  lastIdle: Agent;
  idleCount: i32;
  reservedForLive: i32;
  /** Lines that the group serves with anybody in them, and how many of these are live. */
  linesTaken: i32;
  liveTaken: i32;
  team: Team;
  longestFirst: i32;
  resumedBySameAgent: i32;
  served: usize;
  words: usize;
  wordsEnd: usize;
  /** Of each word the bits of live lines. */
  liveWords: usize;
  /** Lists of those who hold chats. */
  lists: usize;
  /** Rings of agents in talk, by whom they talk with, each a pair of links; and which of these anybody looks at: see yielding.ts. */
  talks: f64;
  talksDeferred: f64;
  talksPreemptible: f64;
  talksBoth: f64;
  yielding: i32;
  deferredInterruptible: i32;
  /** The ring of agents by their last assignments, if chats are given to idle agents of the group. */
  turns: f64;
  takesTurns: i32;
  /** Proficiency by class. */
  proficiency: usize;
  /** Agents by their number. */
  agents: usize;
  onDuty: i32;
  absenceShare: f64;
  newShare: f64;
  startFactor: f64;
  learningSeconds: f64;
  dutySince: f64;
  key0: i32;
  key1: i32;
  learns: i32;
  servedEnd: usize;
  rowsServed: i32;
  /** 0: a leaver finishes; 1: hands over; 2: is interrupted. */
  leaving: i32;
  randomLeavers: i32;
  agentCount: i32;
  agentRoom: i32;
  /** Absences by number of agent, whether there is such an agent yet or not, and for how many there is room. */
  absences: usize;
  absenceRoom: i32;
  /** So many agents of a count were planned last, on which day, and how many of these were there. */
  planned: i32;
  plannedDay: i32;
  present: i32;
  filling0: f64;
  filling1: f64;
  filling2: f64;
  filling3: f64;
}

/** Whether an agent of a group was absent on the day asked for last. */
/* unmanaged */ export class Absence {
  /** Stream key of the agent's absence. */
  key0: i32;
  key1: i32;
  day: i32;
  isDrawn: i32;
  isAbsent: i32;
  spare: i32;
}

/** f(n) of n chats at once, at n. */
/* unmanaged */ export class Table {
  speeds: usize;
  limit: i32;
  fewestFirst: i32;
  index: i32;
}

/** A promise about a class. */
/* unmanaged */ export class Asked {
  targetSeconds: f64;
  rules: i32;
  windows: Windows;
  /** Number among the pausing promises; -1: it does not pause. */
  pause: i32;
  /** Where in a contact's row it stands when the clock began. */
  from: i32;
  /** Its number. */
  promise: i32;
  spare: i32;
}

/** A promise to the contacts of a stage, half a line of the processor's cache long. */
/* unmanaged */ export class Due {
  /** What took no longer than this many seconds is in time, whatever the hours. */
  surelySeconds: f64;
  /** Whether hours, pauses or earlier attempts say what is in time of what took longer. */
  depends: i32;
  /** The next one of the stage on this clock; none: 0. */
  next: Due;
  /** Decided and kept about contacts of the stage, side by side. */
  decided: i32;
  kept: i32;
  /** The same of the promise by interval of the horizon, one behind the other. */
  counts: usize;
  asked: Asked;
}

/** A level over time: its integral by interval goes into the tally as the clock leaves it. */
/* unmanaged */ export class Series {
  /** Side by side, for both change together. */
  sum: f64;
  change: f64;
  level: f64;
  /** Row of the tally; where abandonment is looked at late, the sums of all intervals and what each carries on. */
  into: usize;
  sums: usize;
  carry: usize;
  spare: i32;
}

/* unmanaged */ export class Duty {
  time: f64;
  value: f64;
  chance: f64;
  group: Group;
  /** Named agent, -1 for a count; and how many agents come or leave together. */
  agent: i32;
  agents: i32;
  ordinal: i32;
  day: i32;
  assignment: i32;
}

/** A channel closes and disconnects those who wait. */
/* unmanaged */ export class Closing {
  time: f64;
  channel: Channel;
  spare: i32;
}
