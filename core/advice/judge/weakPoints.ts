// Where a candidate is weak, in a sentence each.
import type { AdviceText } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { amountOf, listOf, nameOf, weak } from '../say.ts';
import type { Sized } from '../sizing/size.ts';
import { fragilityOf } from './fragility.ts';
import { budgetOf } from './unkept.ts';

export function weakPointsOf(choices: Choices, sized: Sized, cost: number): readonly AdviceText[] {
  const { structure, promises } = sized;
  const { company } = choices;
  const budget = budgetOf(choices);
  const { teamsOfOne, singleSkills } = fragilityOf(choices, sized);
  const missed = promises.filter(({ isKept }) => !isKept);
  const alone = structure.teams.filter(({ id }) => teamsOfOne.includes(id));
  const hard = company.issues.filter(({ complexity }) => complexity !== 'simple');
  return [
    ...(missed.length > 0
      ? [weak('missed', { promises: listOf(missed.map(({ name }) => nameOf(name))) })]
      : []),
    ...(budget !== null && cost > budget
      ? [weak('overBudget', { by: amountOf(cost - budget, 'money') })]
      : []),
    ...(singleSkills.length > 0
      ? [weak('singleSkills', { issues: listOf(singleSkills.map(({ name }) => nameOf(name))) })]
      : []),
    ...(alone.length > 0
      ? [weak('teamsOfOne', { teams: listOf(alone.map(({ name }) => nameOf(name))) })]
      : []),
    ...ofKind(choices, sized, hard.length),
  ];
}

function ofKind({ company }: Choices, { structure }: Sized, hard: number): readonly AdviceText[] {
  const kinds = amountOf(company.issues.length, 'number');
  switch (structure.kind) {
    case 'pool':
      return hard > 0 ? [weak('everybodyKnowsAll', { kinds })] : [weak('noCareer')];
    case 'tiers':
      return [weak('passingOnTakesTime')];
    case 'specialists':
      return [weak(structure.dispatched.length > 0 ? 'twoWaits' : 'wrongTeam')];
    case 'byChannel':
      return [weak('channelsApart', { kinds })];
    case 'byIssue':
      return [weak(structure.dispatched.length > 0 ? 'twoWaits' : 'wrongTeam')];
    case 'overflow':
      return [
        weak(
          structure.teams.some(({ sourcing }) => sourcing === 'outsourced')
            ? 'partnerKnowsLess'
            : 'unevenDays',
        ),
      ];
  }
}
