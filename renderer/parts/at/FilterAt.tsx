import type { ContactFilter } from '../../../core/plan/schema/elements.ts';
import { useShownPlan } from '../../state/shownPlan.ts';
import { languageName } from '../../text/languageName.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ManyField } from '../fields/ManyField.tsx';
import classes from './at.module.css';
import { filterOptions, withList } from './filterOptions.ts';
import { type AtProps, useAt } from './useAt.ts';

type List = keyof ContactFilter;

/** All that a rule can name. */
export const filterLists = [
  'issueTypes',
  'channels',
  'tiers',
  'teams',
  'priorities',
  'segments',
  'languages',
] as const satisfies readonly List[];

interface FilterAtProps extends Omit<AtProps, 'width' | 'hideLabel'> {
  readonly value: ContactFilter | undefined;
  readonly lists?: readonly List[];
}

/** Which contacts a rule is about; an empty list means all. */
export function FilterAt({ at, label, value = {}, lists = filterLists }: FilterAtProps) {
  const { t, say, format, language } = useText();
  const { change, place, disabled } = useAt(at);
  const plan = useShownPlan();
  if (plan === null) return null;
  const choose = (list: List, chosen: readonly string[]): Promise<boolean> =>
    change((before) => withList(before as ContactFilter | undefined, list, chosen));
  return (
    <fieldset className={classes.filter} aria-label={label} data-at={place} data-kind="filter">
      {lists.map((list) => (
        <ManyField
          key={list}
          label={t(`app.at.filter.${list}.label`)}
          hideLabel={false}
          none={t(`app.at.filter.${list}.all`)}
          options={filterOptions(plan, list, say, format.integer, (code) => languageName(language, code))}
          value={(value[list] ?? []).map(String)}
          disabled={disabled}
          place={`${place}/${list}`}
          width={304}
          onChange={(chosen) => choose(list, chosen)}
        />
      ))}
    </fieldset>
  );
}
