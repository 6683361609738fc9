// Where everything stands in the memory that the kernel and its callers share: byte places of single numbers, and of the
// numbers of a row from its start. Rows are named by their place; 0 is nobody.

/** Single numbers: eight bytes each, whether whole or not. */
export const nowAt = 8;
export const minTimeAt = 16;
export const minRowAt = 24;
export const wheelSizeAt = 32;
export const wheelCursorAt = 40;
export const wheelMaskAt = 48;
export const slotSecondsAt = 56;
export const slotsPerSecondAt = 64;
export const intervalAt = 72;
export const intervalStartAt = 80;
export const intervalEndAt = 88;
export const boundaryAt = 96;
export const warmStartAt = 104;
export const horizonEndAt = 112;
/** 1 while arrivals count, else 0; and what an arrival's contactCell is to be. */
export const isCountingAt = 120;
export const cellAt = 184;
export const hasEndedAt = 128;
/** Eight times the interval of the reported axis. */
export const columnAt = 136;
export const arrivedAt = 144;
/** Arrivals after which the kernel hands back. */
export const mostArrivalsAt = 152;
export const freeRowAt = 160;
/** Rows from here on were never used; the kernel hands back where it reaches the last that arrivals may use. */
export const nextNewRowAt = 168;
export const lastRowAt = 176;
export const beforeAt = 192;
export const intervalSecondsAt = 200;
export const intervalsAt = 208;
/** Time of the earliest arrival, and its class. */
export const arrivalTimeAt = 216;
export const arrivalClassAt = 224;
/** Heap of the classes by their next arrivals: number of classes on it, and its place. */
export const heapSizeAt = 232;
export const heapAt = 240;
export const isTiedAt = 248;
export const unitTableAt = 256;
/** What a row of demand, a law with no table and so on say instead of a place. */
export const none = -1;

/** The wheel: a hook a slot, and a bit a slot. Before it, from 1024 on, stand constants of the kernel's own. */
export const hooksAt = 4096;
export const mostSlots = 65_536;
export const takenAt = 266_240;
/** From here on, everything of which a model has more or less. */
export const piecesAt = 274_432;

/** A contact, or an agent's wrap-up after a hand-over. `time`: entry into the line, or the end that the wheel knows. */
export const contactTime = 0;
export const contactLeaves = 8;
export const contactClock = 16;
export const contactHandling = 24;
export const contactStage = 32;
/** 64 times the interval of its arrival; -1: it does not count. */
export const contactCell = 36;
export const contactGroup = 40;
/** The outcome (its place) that follows the talk, or one of the phases below 0. */
export const contactPhase = 44;
/** Next in line, on the wheel's hook, or of the free rows. */
export const contactNext = 48;
export const contactClass = 52;
export const contactOrdinal = 56;
/** Team for which the handling has been drawn already; -1: none. */
export const contactDrawnFor = 60;
export const contactBytes = 64;

export const phaseFree = -4;
export const phaseWaiting = -3;
export const phaseWrappingUp = -2;
export const phaseResolving = -1;

/** A class: its arrivals, made ahead in a block of its own. */
export const classArrived = 0;
/** Place of the arrival that comes next, and the end of the block. */
export const classCursor = 4;
export const classBlockEnd = 8;
export const classFirstStage = 12;
/** Arrivals in blocks so far. */
export const classMade = 16;
export const classKey = 20;
/** Segments of the rate: starts and rates a second, one after the other; the place of the current one and of the end. */
export const classSegment = 28;
export const classSegmentsEnd = 32;
export const classHandlingBins = 36;
export const classPosition = 40;
/** First handling by the home team; law -1: not drawn ahead. */
export const classLaw = 48;
export const classTable = 52;
export const classScale = 56;
export const classHandlingKey = 64;
export const classIndex = 72;
export const classBlock = 76;
export const classBytes = 80;
/** An arrival in a block: when, and how long a first handling by the home team would take. */
export const blockSize = 128;
export const arrivalTime = 0;
export const arrivalHandling = 8;
export const arrivalBytes = 16;
/** A segment of the rate. */
export const segmentStart = 0;
export const segmentRate = 8;
export const segmentBytes = 16;
/** A class on the heap. */
export const heapTime = 0;
export const heapClass = 8;
export const heapBytes = 16;

/** A stage of a class. */
export const stageLine = 0;
export const stageTeam = 4;
export const stagePatienceLaw = 8;
export const stagePatienceTable = 12;
export const stagePatienceScale = 16;
export const stagePatienceKey = 24;
export const stageCells = 32;
export const stageWaitBins = 36;
export const stageResolutionBins = 40;
export const stageQueueSums = 44;
export const stageQueueCarry = 48;
export const stageWaitPromises = 52;
export const stageWaitPromisesEnd = 56;
export const stageResolutionPromises = 60;
export const stageResolutionPromisesEnd = 64;
export const stageBalkingKey = 68;
export const stageBalkingShare = 80;
export const stageQueueSeconds = 88;
export const stageVisits = 96;
export const stageVisitsInTime = 100;
export const stageClass = 104;
export const stageLost = 108;
export const stageBytes = 112;

/** What is counted by stage and interval of the axis: counts are whole numbers of four bytes, seconds floats. */
export const answeredAtOnce = 0;
export const answered = 8;
export const answerWaitSeconds = 16;
export const abandoned = 24;
export const abandonWaitSeconds = 32;
export const resolved = 40;
export const resolutionSeconds = 48;
export const handlingSeconds = 56;
export const cellBytes = 64;

/** A promise at a stage: counted and met by interval of the axis, four bytes each. */
export const promiseTarget = 0;
export const promiseCells = 8;
/** What becomes of someone who gives up within the target: one of the three below. */
export const promiseAbandoned = 12;
export const promiseBytes = 16;
export const abandonedMissed = 0;
export const abandonedLeftOut = 1;
export const abandonedMet = 2;

/** A line of contacts, and the groups that serve it in the order in which they are asked. */
export const lineHead = 0;
export const lineTail = 4;
export const lineRoute = 8;
export const lineRouteEnd = 12;
export const lineBytes = 16;
/** Groups of one entry are tied: the longest idle agent serves. */
export const routeGroup = 0;
export const routeEntry = 4;
export const routeBytes = 8;

/** A group of agents; its sums belong to its team. */
export const groupIdle = 0;
export const groupTeam = 4;
export const groupServes = 8;
export const groupServesEnd = 12;
/** By class, what handling means here. */
export const groupWorks = 16;
export const groupBusySums = 20;
export const groupBusyCarry = 24;
export const groupSurplus = 28;
/** Instants since when agents have been idle: a ring, only where groups are tied. */
export const groupRing = 32;
export const groupRingBytes = 36;
export const groupRingFirst = 40;
/** Rank of the group among equals. */
export const groupRank = 44;
export const groupBytes = 48;
/** Lines that a group serves, in its order; equal buckets share a rank. */
export const servesLine = 0;
export const servesBucket = 4;
export const servesBytes = 8;
/** What a handling is multiplied by, and the pair of class and team. */
export const workSlowness = 0;
export const workPair = 8;
export const workBytes = 16;

/** A pair of class and team of the agent. */
export const pairOutcomes = 0;
export const pairOutcomesLast = 4;
export const pairLaw = 8;
export const pairTable = 12;
export const pairScale = 16;
export const pairMean = 24;
export const pairKey = 32;
export const pairOutcomeKey = 40;
export const pairRecognitionKey = 48;
export const pairTalkShare = 56;
export const pairResolvedBelow = 64;
export const pairOutcomeDraws = 72;
export const pairEscalated = 76;
export const pairToLead = 80;
export const pairBytes = 88;

/** Another outcome than to be resolved; `law` -1: a full handling. */
export const outcomeBelow = 0;
export const outcomeLaw = 8;
export const outcomeTable = 12;
export const outcomeScale = 16;
export const outcomeMean = 24;
export const outcomeStage = 32;
/** Place of the count of such hand-overs by the pair. */
export const outcomeCount = 36;
export const outcomeDrawn = 40;
export const outcomeBytes = 48;

/** Of histograms: key of the bin before the first, and the last bin. */
export const histogramFirst = 3935;
export const histogramLast = 960;

/** Why the kernel hands back. */
export const stopsForArrivals = 0;
export const stopsForRoom = 1;
export const stopsAtBoundary = 2;
