import { ActionIcon, Menu } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ContactFilter } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { languageName } from '../../text/languageName.ts';
import { useText } from '../../text/TextProvider.tsx';
import { filterLists } from '../at/FilterAt.tsx';
import { filterOptions, withList } from '../at/filterOptions.ts';
import { type AtProps, useAt } from '../at/useAt.ts';
import { ManyField } from '../fields/ManyField.tsx';
import classes from './routing.module.css';

type List = keyof ContactFilter;

interface RuleFilterProps extends Pick<AtProps, 'at' | 'label'> {
  readonly plan: Plan;
  readonly value: ContactFilter;
  /** What a rule of this kind can ask about; what it asks already is shown all the same. */
  readonly lists?: readonly List[];
}

/** Which contacts a rule is about, inside its sentence: only what it names, and a way to name more. */
export function RuleFilter({ at, label, plan, value, lists = filterLists }: RuleFilterProps) {
  const { t, say, format, language } = useText();
  const { change, place, disabled } = useAt(at);
  const [begun, setBegun] = useState<List | null>(null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const shown = filterLists.filter((list) => value[list] !== undefined || list === begun);
  const more = lists.filter((list) => !shown.includes(list));

  useEffect(() => {
    if (begun === null) return;
    const field = frame.current?.querySelector<HTMLInputElement>(`[data-at$="/${begun}"]`);
    (field?.matches('input') ? field : field?.querySelector('input'))?.focus();
  }, [begun]);

  const choose = (list: List, chosen: readonly string[]): Promise<boolean> =>
    change((before) => withList(before as ContactFilter | undefined, list, chosen));
  return (
    <fieldset ref={frame} className={classes.filter} aria-label={label} data-at={place} data-kind="filter">
      {shown.length === 0 && <span>{t('routing.allContacts')}</span>}
      {shown.map((list) => (
        <ManyField
          key={list}
          label={t(`app.at.filter.${list}.label`)}
          none={t(`app.at.filter.${list}.all`)}
          options={filterOptions(plan, list, say, format.integer, (code) => languageName(language, code))}
          value={(value[list] ?? []).map(String)}
          disabled={disabled}
          place={`${place}/${list}`}
          onChange={(chosen) => choose(list, chosen)}
        />
      ))}
      {more.length > 0 && (
        <Menu withinPortal={false} position="bottom-start" returnFocus={false}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('routing.narrow')}
              title={t('routing.narrow')}
              disabled={disabled}
              data-narrow={place}
            >
              <IconFilterPlus size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((list) => (
              <Menu.Item key={list} onClick={() => setBegun(list)}>
                {t(`app.at.filter.${list}.label`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  );
}
