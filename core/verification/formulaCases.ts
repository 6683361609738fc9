// The cases of the formulas: what others have printed, and classical closed forms worked by hand.
import { erlangFormulas } from './formulas/erlangFormulas.ts';
import { otherFormulas } from './formulas/otherFormulas.ts';
import type { FormulaCase } from './verificationCase.ts';

export const formulaCases: readonly FormulaCase[] = [...erlangFormulas, ...otherFormulas];
