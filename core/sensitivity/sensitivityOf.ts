// From levels at values to the table and the tornado: elasticities, swings, and the next number worth measuring.
import type { StatedInput } from '../inputs/index.ts';
import { inputKinds } from '../measures/inputKinds.ts';
import type { PromiseSensitivity, SensitivityRow } from '../measures/sensitivity.ts';
import { log } from '../numerics/log.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { InputLevels, Levels } from './askByFormula.ts';
import { pointsOf } from './points.ts';

/** Movements below this are taken for rounding. */
const nothing = 1e-9;

/**
 * d ln(level) / d ln(value) between two values; of a change such as growth, of one plus it. Null where a level or a value is 0.
 * Example: levels 0.80 and 0.84 at 19 and 21 agents: ln(1.05) / ln(21 / 19) = 0.487.
 */
export function elasticityOf(
  input: StatedInput,
  from: { readonly value: number; readonly level: number | null },
  to: { readonly value: number; readonly level: number | null },
): number | null {
  const shift = inputKinds[input.kind].scale === 'change' ? 1 : 0;
  const low = from.value + shift;
  const high = to.value + shift;
  if (from.level === null || to.level === null || from.level <= 0 || to.level <= 0) return null;
  if (low <= 0 || high <= low) return null;
  return log(to.level / from.level) / log(high / low);
}

/** Sorts the inputs of each promise; `levels` in the order of the inputs. */
export function sensitivityOf(
  plan: Plan,
  inputs: readonly StatedInput[],
  base: Levels,
  levels: readonly InputLevels[],
): PromiseSensitivity[] {
  return plan.promises.map(({ id, shareToAttain }, p) => {
    const asked = amount(shareToAttain);
    const rows = inputs.map((input, i) => rowOf(input, i, p, asked, levels[i] as InputLevels));
    rows.sort(
      (a, b) => size(b.elasticity) - size(a.elasticity) || size(b.swing) - size(a.swing) || a.input - b.input,
    );
    const tornado = rows.flatMap(({ swing }, r) => (swing === null ? [] : [r]));
    tornado.sort((a, b) => size(rows[b]?.swing) - size(rows[a]?.swing) || a - b);
    const [first] = tornado;
    return {
      promise: id,
      shareToAttain: asked,
      level: base[p] ?? null,
      rows,
      tornado,
      nextToMeasure: first === undefined || size(rows[first]?.swing) <= nothing ? null : first,
    };
  });
}

const size = (value: number | null | undefined): number => Math.abs(value ?? 0);

function rowOf(
  input: StatedInput,
  place: number,
  p: number,
  asked: number,
  levels: InputLevels,
): SensitivityRow {
  const { stepLow, stepHigh } = pointsOf(input);
  const levelAtStepLow = levels.atStepLow[p] ?? null;
  const levelAtStepHigh = levels.atStepHigh[p] ?? null;
  const levelAtLow = levels.atLow?.[p] ?? null;
  const levelAtHigh = levels.atHigh?.[p] ?? null;
  const areKnown = levelAtLow !== null && levelAtHigh !== null;
  return {
    input: place,
    ...{ stepLow, stepHigh, levelAtStepLow, levelAtStepHigh, levelAtLow, levelAtHigh },
    elasticity: elasticityOf(
      input,
      { value: stepLow, level: levelAtStepLow },
      { value: stepHigh, level: levelAtStepHigh },
    ),
    swing: areKnown ? Math.abs(levelAtHigh - levelAtLow) : null,
    decides: areKnown && levelAtLow >= asked !== levelAtHigh >= asked,
    simulated: null,
  };
}
