import { Fragment } from 'react';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import { dayAfter } from '../../text/planDays.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { DateAt } from '../at/DateAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { addException } from './calendarEdits.ts';
import classes from './channels.module.css';
import { SpansField } from './SpansField.tsx';

/** Days on which other hours hold: holidays, the evening before one. */
export function Exceptions({ calendar }: { calendar: Calendar }) {
  const { t, format } = useText();
  const edit = usePartEdit();
  const remove = useRemoval();
  const canEdit = useCanEdit();
  const list = ['calendars', calendar.id, 'exceptions'];
  return (
    <>
      {calendar.exceptions.length > 0 && (
        <div className={classes.exceptions}>
          {calendar.exceptions.map((exception, position) => {
            const at = [...list, position];
            const day = format.date(exception.date);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: exceptions have no id; their place is what they are known by.
              <Fragment key={position}>
                <DateAt
                  at={[...at, 'date']}
                  label={t('routing.hours.date')}
                  hideLabel
                  width="100%"
                  value={exception.date}
                />
                <TextAt
                  at={[...at, 'name']}
                  label={t('routing.hours.occasion', { day })}
                  hideLabel
                  width="100%"
                  placeholder={t('routing.hours.occasionHint')}
                  optional
                  value={exception.name}
                />
                <SpansField
                  label={t('routing.hours.hoursOn', { day })}
                  value={exception.spans}
                  disabled={!canEdit}
                  place={placeText([...at, 'spans'])}
                  onCommit={(value) =>
                    void edit('calendars', calendar.id, () => [
                      { change: 'set', at: [...at, 'spans'], value },
                    ])
                  }
                />
                <RemoveButton
                  label={t('app.at.remove', { part: day })}
                  part={placeText(at)}
                  onRemove={() => void remove(at)}
                />
              </Fragment>
            );
          })}
        </div>
      )}
      <div>
        <AddButton
          list={placeText(list)}
          label={t('routing.hours.addException')}
          onAdd={() =>
            void edit('calendars', calendar.id, (now, plan) =>
              addException(plan, now, (day) => dayAfter(day, 1)),
            )
          }
        />
      </div>
    </>
  );
}
