// Laws of a plan as rows of numbers, each distinct law once.

import { exp } from '../../numerics/exp.ts';
import { log } from '../../numerics/log.ts';
import { logGamma } from '../../numerics/logGamma.ts';
import type { Law } from '../../plan/schema/law.ts';
import { type LawRow, lawKind } from '../engine/laws.ts';

/** The numbers of a law; means in seconds. Worked example: lognormal mean 240, cv 1.2 -> sigma^2 = ln(2.44), mu = ln 240 - sigma^2/2. */
export function lawRow(law: Law): LawRow {
  const row = (
    kind: number,
    a: number,
    b: number,
    meanSeconds: number,
    table: Float64Array | null = null,
  ): LawRow => ({
    kind,
    a,
    b,
    table,
    meanSeconds,
  });
  switch (law.law) {
    case 'exponential':
      return row(lawKind.exponential, law.meanSeconds, 0, law.meanSeconds);
    case 'lognormal': {
      const variance = log(1 + law.cv * law.cv);
      return row(
        lawKind.lognormal,
        log(law.meanSeconds) - variance / 2,
        Math.sqrt(variance),
        law.meanSeconds,
      );
    }
    case 'gamma':
      return row(lawKind.gamma, 1 / (law.cv * law.cv), law.meanSeconds * law.cv * law.cv, law.meanSeconds);
    case 'weibull':
      return row(
        lawKind.weibull,
        law.scaleSeconds,
        1 / law.shape,
        law.scaleSeconds * exp(logGamma(1 + 1 / law.shape)),
      );
    case 'uniform':
      return row(
        lawKind.uniform,
        law.lowSeconds,
        law.highSeconds - law.lowSeconds,
        (law.lowSeconds + law.highSeconds) / 2,
      );
    case 'deterministic':
      return row(lawKind.deterministic, law.seconds, 0, law.seconds);
    case 'mixture': {
      const table = new Float64Array(2 * law.parts.length);
      let sum = 0;
      let mean = 0;
      law.parts.forEach((part, i) => {
        sum += part.share;
        mean += part.share * part.meanSeconds;
        table[2 * i] = i === law.parts.length - 1 ? 1 : sum;
        table[2 * i + 1] = part.meanSeconds;
      });
      return row(lawKind.mixture, 0, 0, mean, table);
    }
    case 'empirical': {
      const values = Float64Array.from(law.valuesSeconds).sort();
      return row(
        lawKind.empirical,
        0,
        0,
        values.reduce((sum, value) => sum + value, 0) / values.length,
        values,
      );
    }
    case 'never':
      return row(lawKind.never, 0, 0, Number.POSITIVE_INFINITY);
  }
}

export class LawTable {
  readonly rows: LawRow[] = [];
  private readonly known = new Map<string, number>();
  private readonly indexOf = new Map<Law, number>();

  /** Index of a law; -1 for none. */
  add(law: Law | undefined): number {
    if (law === undefined) return -1;
    const met = this.indexOf.get(law);
    if (met !== undefined) return met;
    const { assumed, source, ...numbers } = law;
    const name = JSON.stringify(numbers);
    let index = this.known.get(name);
    if (index === undefined) {
      index = this.rows.length;
      this.rows.push(lawRow(law));
      this.known.set(name, index);
    }
    this.indexOf.set(law, index);
    return index;
  }
}
