// A line that works through a backlog: the agents' time that live work leaves, what is begun with it, and when those who came in
// the step begin.
import type { BegunSeen } from '../../evaluate/witness.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import { derived, given, output } from '../chain.ts';
import { agentsInput } from './agentSteps.ts';
import { basisBy, type CloseUp } from './closeUp.ts';
import { joinedInput } from './demandSteps.ts';
import { keptOf } from './lineWitness.ts';
import { handlingInput } from './loadSteps.ts';

/** More later steps than these are told together. */
const mostSteps = 6;

/** Adds the chain of a sum of a line that waits; its last step gives the amount. Null where lines do not tell it. */
export function waitingChain(close: CloseUp, name: QuantityName, promise: number): ExplainedValue | null {
  const { day, l } = close;
  const joined = joinedInput(close);
  if (name === 'visits') return joined;
  const begun = day.begun.get(l) ?? [];
  if (begun.length === 0 && name !== 'queueSeconds') return null;
  workSteps(close, joined);
  const isPromised = (day.state.promisesOf[l] ?? []).some((one) => one.promise === promise);
  switch (name) {
    case 'met':
      return isPromised
        ? begunSteps(close, name, 'contacts', 'keptShare', 'fraction', (at) =>
            keptOf(day, l, promise, begun[at] as BegunSeen),
          )
        : null;
    case 'answered':
    case 'counted':
      return begunSteps(close, name, 'contacts', null, 'fraction', () => 1);
    case 'waitSeconds':
    case 'answerWaitSeconds':
      return begunSteps(
        close,
        name,
        'seconds',
        'waitUntilBegin',
        'seconds',
        (at) => begun[at]?.waitSeconds ?? 0,
      );
    case 'queueSeconds':
      return standingStep(close);
    case 'firstResponseSeconds': {
      const entry = close.model.classes[close.line.classIndex];
      if (entry?.firstStage !== close.line.stage) return null;
      const before = day.state.rows.before[l] as number;
      const after = before + (entry.answeredAtBegin ? 0 : close.line.spanSeconds);
      return begunSteps(
        close,
        name,
        'seconds',
        'waitUntilAnswer',
        'seconds',
        (at) => (begun[at]?.waitSeconds ?? 0) + after,
      );
    }
    default:
      return null;
  }
}

/** What the agents can begin in the step. */
function workSteps(close: CloseUp, joined: ExplainedValue): void {
  const { chain, day, l, line, answer, places, parts } = close;
  const seen = day.waiting.get(l);
  if (seen === undefined) return;
  const set = answer.network.sets[line.set];
  const length = answer.steps.seconds;
  const all = (set?.groups ?? []).map(() => 1);
  const agents = agentsInput(close, set?.groups ?? [], all, seen.agents);
  const room = chain.add({
    code: 'timeLeft',
    about: [parts.team(line.team)],
    inputs: [
      agents,
      given('intervalLength', length, 'seconds', places.at(['horizon', 'intervalMinutes'])),
      given('otherWork', Math.max(0, seen.agents * length - seen.room), 'workSeconds', derived()),
    ],
    operation: { kind: 'formula', formula: ['-', ['*', 'agents', 'intervalLength'], 'otherWork'] },
    outputs: [output('timeLeft', seen.room, 'workSeconds')],
    basis: basisBy(close, 'fluid-backlog'),
  });
  const handling = handlingInput(close);
  if (!(line.seconds > 0)) return;
  chain.add({
    code: 'begins',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: [
      given('waitingBefore', seen.before, 'contacts', derived()),
      joined,
      chain.from(room, 'timeLeft'),
      handling,
    ],
    operation: {
      kind: 'formula',
      formula: ['min', ['+', 'waitingBefore', 'joined'], ['/', 'timeLeft', 'handling']],
    },
    outputs: [output('begins', seen.begun, 'contacts')],
    basis: basisBy(close, 'fluid-backlog'),
  });
}

/** Contact-seconds in the line during the step: what stood there at its start and at its end, and who waits by chance. */
function standingStep(close: CloseUp): ExplainedValue | null {
  const { chain, day, l, line, answer, parts, places } = close;
  const seen = day.waiting.get(l);
  if (seen === undefined) return null;
  const { before, came, begun, late } = seen;
  const length = answer.steps.seconds;
  const inputs = [
    given('waitingBefore', before, 'contacts', derived()),
    given('waitingAfter', before + came - begun, 'contacts', derived()),
    given('intervalLength', length, 'seconds', places.at(['horizon', 'intervalMinutes'])),
    given('begins', begun, 'contacts', derived()),
    given('waitByChance', late.share * late.seconds, 'seconds', derived()),
  ];
  const number = chain.add({
    code: 'standing',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs,
    operation: {
      kind: 'formula',
      formula: [
        '+',
        ['*', ['/', ['+', 'waitingBefore', 'waitingAfter'], 2], 'intervalLength'],
        ['*', 'begins', 'waitByChance'],
      ],
    },
    outputs: [
      output(
        'queueSeconds',
        (before + (came - begun) / 2) * length + begun * late.share * late.seconds,
        'seconds',
      ),
    ],
    basis: basisBy(close, 'fluid-backlog'),
  });
  return chain.from(number, 'queueSeconds');
}

/** Those who came in the step, by when they begin: sum of contacts times what each brings. */
function begunSteps(
  close: CloseUp,
  name: QuantityName,
  unit: 'contacts' | 'seconds',
  factorName: 'keptShare' | 'waitUntilBegin' | 'waitUntilAnswer' | null,
  factorUnit: 'fraction' | 'seconds',
  factorAt: (at: number) => number,
): ExplainedValue {
  const { chain, day, l, line, parts } = close;
  const begun = day.begun.get(l) ?? [];
  const value = begun.reduce((sum, { contacts }, at) => sum + contacts * factorAt(at), 0);
  const inputs: ExplainedValue[] = [];
  const terms: Formula[] = [];
  const shown = begun.length <= mostSteps ? begun.length : mostSteps - 1;
  for (let at = 0; at < shown; at += 1) {
    inputs.push(given('beginLater', begun[at]?.contacts ?? 0, 'contacts', derived(), { key: `begin${at}` }));
    if (factorName === null) {
      terms.push(`begin${at}`);
      continue;
    }
    inputs.push(given(factorName, factorAt(at), factorUnit, derived(), { key: `factor${at}` }));
    terms.push(['*', `begin${at}`, `factor${at}`]);
  }
  if (shown < begun.length) {
    const rest = begun.slice(shown).reduce((sum, { contacts }, i) => sum + contacts * factorAt(shown + i), 0);
    inputs.push(given('others', rest, unit, derived(), { key: 'rest' }));
    terms.push('rest');
  }
  const number = chain.add({
    code: factorName === null ? 'begunInAll' : factorName === 'keptShare' ? 'metLater' : 'waitedInAll',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs,
    operation: { kind: 'formula', formula: terms.length === 1 ? (terms[0] as Formula) : ['+', ...terms] },
    outputs: [output(name, value, unit)],
    basis: basisBy(close, 'fluid-backlog'),
  });
  return chain.from(number, name);
}
