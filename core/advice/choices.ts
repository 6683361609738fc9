// What is decided before any organisation is drawn: the same for all of them.
import type { AdviceDecision } from '../measures/advice.ts';
import type { Company } from './company/company.ts';
import { type Assistant, chooseAssistant, leastTarget } from './decisions/assistant.ts';
import { chooseChannels, type OpenChannel } from './decisions/channels.ts';
import { choosePriorities } from './decisions/priorities.ts';
import { type ChosenPromise, choosePromises, decisionOfPromise } from './decisions/promises.ts';
import { type ChosenSelfService, chooseSelfService, deflection } from './decisions/selfHelp.ts';
import { type ChosenSocialMedia, chooseSocialMedia } from './decisions/socialMedia.ts';

export interface Choices {
  readonly company: Company;
  readonly channels: readonly OpenChannel[];
  readonly promises: readonly ChosenPromise[];
  readonly selfService: ChosenSelfService;
  readonly assistant: Assistant | null;
  readonly socialMedia: ChosenSocialMedia;
  /** Rank by issue; 1 is the most urgent. */
  readonly priorities: ReadonlyMap<string, number>;
  readonly decisions: readonly AdviceDecision[];
}

export function choicesOf(company: Company): Choices {
  const channels = chooseChannels(company);
  const promises = choosePromises(company, channels.open);
  const selfService = chooseSelfService(company);
  const assistant = chooseAssistant(company, channels.open, selfService);
  const socialMedia = chooseSocialMedia(company, channels.open);
  const priorities = choosePriorities(company, socialMedia);
  const inTime = promises.promises.map((promise) => withAssistant(promise, assistant.assistant));
  return {
    ...{ company, selfService, socialMedia },
    channels: channels.open,
    promises: inTime,
    assistant: assistant.assistant,
    priorities: priorities.ranks,
    decisions: [
      ...channels.decisions,
      ...inTime.map(decisionOfPromise),
      ...[selfService, assistant, socialMedia, priorities].flatMap(({ decisions }) => decisions),
    ],
  };
}

/** A usual promise on chats begins after the assistant. */
const withAssistant = (promise: ChosenPromise, assistant: Assistant | null): ChosenPromise =>
  assistant !== null && !promise.isGiven && promise.channels.some(({ kind }) => kind === 'chat')
    ? { ...promise, seconds: Math.max(promise.seconds, leastTarget) }
    : promise;

/** Contacts of an issue on a channel that reach people in a week. */
export function reachingPeople(
  { company, selfService, assistant }: Pick<Choices, 'company' | 'selfService' | 'assistant'>,
  issue: string,
  { kind, share }: OpenChannel,
  perWeek: number,
): number {
  const about = company.issues.find(({ id }) => id === issue);
  const help = selfService.help.get(issue);
  const solved = kind === 'chat' && assistant !== null ? assistant.solved.value : 0;
  return (
    perWeek *
    (about?.share.value ?? 0) *
    share *
    (1 - (help === undefined ? 0 : deflection(help))) *
    (1 - solved)
  );
}
