// At which tier each issue begins (E2): the simple ones at the first, technical ones at the second, engineering at the third.
import type { Choices } from '../choices.ts';
import type { CompanyIssue } from '../company/issues.ts';
import type { Complexity } from '../priors/industry.ts';
import { workOf } from './load.ts';

/** A third tier for complex issues needs so much work of its own, in agents kept busy. */
const leastForThird = 1.5;

/** Issues by tier, the first tier first; no tier is empty but the second of two, which takes what the first passes on. */
export function levelsOf(choices: Choices): readonly (readonly CompanyIssue[])[] {
  const { issues, isHelpDesk } = choices.company;
  const has = (complexity: Complexity): boolean => issues.some((issue) => issue.complexity === complexity);
  const complex = issues.filter(({ complexity }) => complexity === 'complex');
  const isThirdForComplex =
    !has('engineering') &&
    has('moderate') &&
    !isHelpDesk &&
    workOf(choices, complex).erlangs >= leastForThird;
  const level: Readonly<Record<Complexity, number>> = {
    simple: 0,
    // A help desk is the technical first contact, so quick technical fixes are done there (R4).
    moderate: isHelpDesk ? 0 : 1,
    complex: isThirdForComplex ? 2 : 1,
    engineering: 2,
  };
  const filled = [0, 1, 2]
    .map((tier) => issues.filter(({ complexity }) => level[complexity] === tier))
    .filter((tier) => tier.length > 0);
  return filled.length === 1 ? [...filled, []] : filled;
}
