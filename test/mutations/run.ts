// `node test/mutations/run.ts [words]`: which planted mutations of the engine the second program finds; with words only
// those whose description or rule has one of them. Ends with 1 if any gets away or finds no place any more.
import { campaign } from './campaign.ts';
import { mutations } from './mutations.ts';

const words = process.argv.slice(2);
const chosen = mutations.filter(
  ({ rule, breaks }) =>
    words.length === 0 || words.some((word) => word === `${rule}` || breaks.includes(word)),
);
const verdicts = campaign(chosen, ({ mutation: { rule, breaks }, caught, how }) => {
  const verdict = caught ? 'caught' : 'NOT caught';
  process.stdout.write(`rule ${`${rule}`.padStart(2)}  ${verdict.padEnd(10)}  ${breaks} (${how})\n`);
});
const missed = verdicts.filter(({ caught }) => !caught).length;
process.stdout.write(`${verdicts.length - missed} caught, ${missed} not caught\n`);
process.exitCode = missed === 0 ? 0 : 1;
