// What is only known at the end goes into the tally: sums kept in the rows, and counts that the histograms tell.
import { addBins } from './bins.ts';
import * as at from './counters.ts';
import { addToClass, addToTeam } from './observer.ts';
import { isForLead, isForOtherDepartment } from './outcomeKinds.ts';
import type { Channel, ChannelCounts, Class, Outcome, Pair, Stage, Team } from './rows.ts';
import { add, s, sizeOf } from './state.ts';

/** Everything that the replication has counted in rows of the model. */
/* rare */ export function addTotals(): void {
  for (let row = s.stages; row < s.stagesEnd; row += sizeOf<Stage>()) addStage(changetype<Stage>(row));
  for (let row = s.channels; row < s.channelsEnd; row += sizeOf<Channel>())
    addChannel(changetype<Channel>(row));
  for (let row = s.classes; row < s.classesEnd; row += sizeOf<Class>()) addClass(changetype<Class>(row));
  for (let row = s.teams; row < s.teamsEnd; row += sizeOf<Team>()) addTeam(changetype<Team>(row));
}

/** Of each interval of the reported axis. */
function addChannel(channel: Channel): void {
  for (let column: usize = 0; column < <usize>s.columns; column += 1) {
    const counts = changetype<ChannelCounts>(channel.counts + column * <usize>s.columnBytes);
    const place = channel.series + column * at.channelBytes;
    add(place + at.channelAnswered, <f64>counts.answered);
    add(place + at.channelAbandoned, <f64>counts.abandoned);
    add(place + at.channelBlocked, <f64>counts.blocked);
    add(place + at.channelWaitSeconds, counts.waitSeconds);
    add(place + at.channelFirstResponses, <f64>counts.firstResponses);
    add(place + at.channelFirstResponseSeconds, counts.firstResponseSeconds);
    add(place + at.channelResolved, <f64>counts.resolved);
    add(place + at.channelResolutionSeconds, counts.resolutionSeconds);
  }
}

/** Visits, and what took no time. */
function addStage(stage: Stage): void {
  const entry = stage.entry;
  const team = stage.homeTeam;
  addToClass(entry, at.classVisits, <f64>(stage.visits + stage.servedAtOnce));
  addToTeam(team, at.teamVisits, <f64>(stage.visits + stage.servedAtOnce));
  add(entry.histograms + at.ofAnswerWait, <f64>stage.servedAtOnce);
  add(team.histograms + at.ofAnswerWait, <f64>stage.servedAtOnce);
  add(entry.histograms + at.ofFirstResponse, <f64>stage.respondedAtOnce);
  add(team.histograms + at.ofFirstResponse, <f64>stage.respondedAtOnce);
  addToClass(entry, at.classAnswered, <f64>stage.servedAtOnce);
  addToTeam(team, at.teamAnswered, <f64>stage.servedAtOnce);
  addToClass(entry, at.classWaitsEnded, <f64>stage.servedAtOnce);
  addToTeam(team, at.teamWaitsEnded, <f64>stage.servedAtOnce);
  addToClass(entry, at.classFirstResponses, <f64>stage.respondedAtOnce);
  addToTeam(team, at.teamFirstResponses, <f64>stage.respondedAtOnce);
}

/** A class handled by a team: contacts that were not resolved, but went on. */
function addPair(entry: Class, pair: Pair): void {
  if (pair.exists === 0) return;
  for (let row = pair.outcomes; row < pair.outcomesEnd; row += sizeOf<Outcome>()) {
    const outcome = changetype<Outcome>(row);
    const times = <f64>outcome.times;
    if (outcome.kind === isForOtherDepartment) addToClass(entry, at.classOtherDepartment, times);
    else {
      addToClass(entry, outcome.kind === isForLead ? at.classToLead : at.classEscalated, times);
      addToClass(entry, at.classTransfers, times);
    }
  }
}

/** The bins know how many answers, first responses and resolutions there were; what is less was counted as such. */
/* rare */ function addClass(entry: Class): void {
  const pairsEnd = entry.pairs + <usize>((s.teamsEnd - s.teams) / sizeOf<Team>()) * sizeOf<Pair>();
  for (let row = entry.pairs; row < pairsEnd; row += sizeOf<Pair>()) addPair(entry, changetype<Pair>(row));
  const times = addBins(entry.bins, entry.histograms, entry.handlingHistogram);
  const answers = <f64>i32x4.extract_lane(times, 0);
  const resolved = <f64>i32x4.extract_lane(times, 2);
  addToClass(entry, at.classAnswered, answers);
  addToClass(entry, at.classWaitsEnded, answers);
  addToClass(entry, at.classFirstResponses, <f64>i32x4.extract_lane(times, 1));
  addToClass(entry, at.classResolved, resolved);
  addToClass(entry, at.classFirstGenerationResolved, resolved - <f64>entry.resolvedLater);
  addToClass(entry, at.classResolvedForGood, resolved - <f64>entry.notForGood);
  addToClass(entry, at.classWaitSeconds, entry.waitSeconds);
  addToClass(entry, at.classAnswerWaitSeconds, entry.answerWaitSeconds);
  addToClass(entry, at.classFirstResponseSeconds, entry.firstResponseSeconds);
  addToClass(entry, at.classResolutionSeconds, entry.resolutionSeconds);
  addToClass(entry, at.classResolvedHandlingSeconds, entry.resolvedHandlingSeconds);
  addToClass(entry, at.classQueueSeconds, entry.queueSeconds);
}

function addTeam(team: Team): void {
  const times = addBins(team.bins, team.histograms, 0);
  const answers = <f64>i32x4.extract_lane(times, 0);
  addToTeam(team, at.teamAnswered, answers);
  addToTeam(team, at.teamWaitsEnded, answers);
  addToTeam(team, at.teamFirstResponses, <f64>i32x4.extract_lane(times, 1));
  addToTeam(team, at.teamResolved, <f64>i32x4.extract_lane(times, 2));
  addToTeam(team, at.teamWaitSeconds, team.waitSeconds);
  addToTeam(team, at.teamAnswerWaitSeconds, team.answerWaitSeconds);
  addToTeam(team, at.teamFirstResponseSeconds, team.firstResponseSeconds);
  addToTeam(team, at.teamResolutionSeconds, team.resolutionSeconds);
  addToTeam(team, at.teamQueueSeconds, team.queueSeconds);
  addToTeam(team, at.teamBusySeconds, team.busySeconds);
  addToTeam(team, at.teamOfferedWorkSeconds, team.offeredWorkSeconds);
}
