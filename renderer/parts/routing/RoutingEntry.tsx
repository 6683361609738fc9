import type { Plan } from '../../../core/plan/schema/plan.ts';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { ManyField } from '../fields/ManyField.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import classes from './routing.module.css';
import { setEntryMembers } from './ruleEdits.ts';

interface RoutingEntryProps {
  readonly plan: Plan;
  readonly rule: Plan['routing'][number];
  readonly place: string | number;
  readonly position: number;
}

const teamMark = 'team:';
const groupMark = 'group:';
const marked = (mark: string, chosen: readonly string[]): string[] =>
  chosen.flatMap((word) => (word.startsWith(mark) ? [word.slice(mark.length)] : []));

/** One entry of a rule: the teams and groups that may take a contact from a moment on. */
export function RoutingEntry({ plan, rule, place, position }: RoutingEntryProps) {
  const { t, say, format } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const entry = rule.entries[position];
  if (entry === undefined) return null;
  const at = ['routing', place, 'entries', position];
  const where = at.join('/');
  const options = plan.teams.flatMap((team) => [
    { value: teamMark + team.id, label: say(team.name) },
    ...(team.groups.length < 2
      ? []
      : team.groups.map((group) => ({
          value: groupMark + group.id,
          label: t('routing.groupOf', { team: say(team.name), group: say(group.name) || group.id }),
        }))),
  ]);
  const named = [
    ...(entry.teams ?? []).map((team) => teamMark + team),
    ...(entry.groups ?? []).map((group) => groupMark + group),
  ];
  // A group of a team with no other, or a part that is gone, is shown by what the rule calls it.
  const known = new Set(options.map(({ value }) => value));
  const groups = new Map(plan.teams.flatMap((team) => team.groups.map((group) => [group.id, group])));
  const unlisted = named
    .filter((word) => !known.has(word))
    .map((value) => {
      const id = value.slice(value.indexOf(':') + 1);
      return { value, label: say(groups.get(id)?.name) || id };
    });
  const number = format.integer(position + 1);
  return (
    <li>
      <div className={classes.sentence}>
        <FilledSentence
          of={position === 0 ? 'routing.routing.first' : 'routing.routing.later'}
          fields={{
            after: (
              <DurationAt
                at={[...at, 'afterSeconds']}
                label={t('routing.routing.after')}
                hideLabel
                width={110}
                value={entry.afterSeconds}
              />
            ),
            members: (
              <span data-at={`${where}/teams`} data-kind="members">
                <ManyField
                  label={t('routing.routing.members')}
                  none={t('routing.routing.nobodyNamed')}
                  options={[...options, ...unlisted]}
                  value={named}
                  disabled={!canEdit}
                  place={`${where}/groups`}
                  onChange={(chosen) =>
                    edit(() =>
                      setEntryMembers(rule, place, position, {
                        teams: marked(teamMark, chosen),
                        groups: marked(groupMark, chosen),
                      }),
                    )
                  }
                />
              </span>
            ),
          }}
        />
      </div>
      <OrderButtons
        label={t('routing.routing.entry', { number })}
        list={['routing', place, 'entries']}
        position={position}
        count={rule.entries.length}
        least={1}
      />
    </li>
  );
}
