import type { Place } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { useAt } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { type Next, targetOfWord, targetWord } from './ruleEdits.ts';

const teamMark = 'team:';

/** Where a contact goes next: a tier, a team, a department. A part that is gone is shown by its identifier. */
export function NextTarget({ plan, next, at }: { plan: Plan; next: Next; at: Place }) {
  const { t, say } = useText();
  const { give, place, disabled } = useAt([...at, 'to']);
  if (next.kind === 'otherDepartment') {
    const known = partsOf(plan.departments, say);
    const gone = known.some(({ value }) => value === next.department)
      ? []
      : [{ value: next.department, label: next.department }];
    return (
      <ChoiceAt<string>
        at={[...at, 'department']}
        label={t('routing.outcomes.department')}
        hideLabel
        width={180}
        options={[...known, ...gone]}
        value={next.department}
      />
    );
  }
  const teams = plan.teams.map((team) => ({ value: teamMark + team.id, label: say(team.name) }));
  const word = targetWord(next.to);
  const options = [
    ...(next.kind === 'functional'
      ? [
          { value: 'nextTier', label: t('routing.outcomes.nextTier') },
          { value: 'sameTeam', label: t('routing.outcomes.sameTeam') },
        ]
      : []),
    ...teams,
  ];
  const isKnown = options.some(({ value }) => value === word);
  return (
    <ChoiceField<string>
      label={t('routing.outcomes.target')}
      hideLabel
      width={180}
      options={isKnown ? options : [...options, { value: word, label: word.slice(teamMark.length) }]}
      value={word}
      disabled={disabled}
      place={place}
      onChange={(chosen) => give(targetOfWord(chosen))}
    />
  );
}
