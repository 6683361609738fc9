import { Button, Text } from '@mantine/core';
import { IconArrowsSort, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { PlanChange } from '../../core/plan/edits/planChanges.ts';
import { changeSentence } from '../text/changeWords.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './ChangeList.module.css';
import { PlaceLink } from './PlaceLink.tsx';

const shownAtFirst = 40;

const icons = { set: IconPencil, added: IconPlus, removed: IconMinus, order: IconArrowsSort } as const;

interface ChangeListProps {
  readonly changes: readonly PlanChange[];
  /** The places are those of the open plan: each sentence leads to its field. */
  readonly isOpenPlan?: boolean;
  /** What can be done with one of them, such as dropping it. */
  readonly action?: (change: PlanChange, position: number) => ReactNode;
}

/** What differs, a sentence each. */
export function ChangeList({ changes, isOpenPlan = false, action }: ChangeListProps) {
  const texts = useText();
  const { t } = texts;
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <Text size="sm">{t('changes.none')}</Text>;
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <div>
      <ul className={classes.list} data-changes={changes.length}>
        {shown.map((change, position) => {
          const Icon = icons[change.kind];
          const words = changeSentence(texts, change);
          return (
            <li
              key={`${change.kind} ${change.at.join('/')}`}
              className={classes.change}
              data-change={change.kind}
            >
              <Icon size={16} stroke={1.5} aria-hidden className={classes.icon} />
              <span className={classes.words}>
                {isOpenPlan && change.kind !== 'removed' ? (
                  <PlaceLink path={change.at} words={words} />
                ) : (
                  words
                )}
              </span>
              {action?.(change, position)}
            </li>
          );
        })}
      </ul>
      {shown.length < changes.length && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setAll(true)}>
          {t('changes.more', { number: changes.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
