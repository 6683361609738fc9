import { Button, Textarea } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { LanguagesAt } from '../at/LanguagesAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { type GroupPlace, groupAt, groupNow } from '../staffing/shiftEdits.ts';
import classes from './People.module.css';
import { addPeople, namesIn, removePerson } from './peopleEdits.ts';

/** The people of a group by name, one a line; a column of names from a sheet can be pasted. */
export function NamedPeople({ of }: { of: GroupPlace }) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const at = [...groupAt(of), 'people'];
  const draft = useDraft(`names/${placeText(at)}`);
  const [typed, setTyped] = useState(() => draft.text ?? '');
  const people = of.group.people ?? [];
  const names = namesIn(typed);
  const { headcount } = of.group;
  const keep = (text: string): void => {
    setTyped(text);
    if (text === '') draft.forget();
    else draft.keep(text);
  };
  const add = (given: readonly string[]): void => {
    keep('');
    void edit((plan) => {
      const now = groupNow(plan, of);
      return now === undefined ? [] : addPeople(now, given);
    });
  };
  const paste = (event: ClipboardEvent): void => {
    const pasted = namesIn(event.clipboardData.getData('text/plain'));
    if (typed.trim() !== '' || pasted.length < 2 || !canEdit) return;
    event.preventDefault();
    add(pasted);
  };
  return (
    <Disclosure title={t('people.named.title', { number: people.length })}>
      {people.length > 0 && (
        <ul className={classes.people} data-at={placeText(at)}>
          {people.map((person) => (
            <li key={person.id}>
              <TextAt
                at={[...at, person.id, 'name']}
                label={t('people.named.name')}
                hideLabel
                value={person.name}
                width="100%"
              />
              <LanguagesAt
                at={[...at, person.id, 'languages']}
                label={t('people.named.languages', { name: say(person.name) })}
                hideLabel
                value={person.languages}
                placeholder={t('people.named.languagesShort')}
                width="100%"
              />
              <RemoveButton
                label={t('app.at.remove', { part: say(person.name) })}
                onRemove={() => void edit(removePerson(of, person.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {headcount !== undefined && people.length > headcount && (
        <p className={classes.hint} role="status">
          {t('people.named.more', { number: people.length, headcount })}
        </p>
      )}
      <Textarea
        label={t('people.named.add')}
        description={t('people.named.addDetail')}
        value={typed}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        disabled={!canEdit}
        data-names={of.group.id}
        onPaste={paste}
        onChange={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(names);
        }}
      />
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconUserPlus size={18} stroke={1.75} aria-hidden />}
        disabled={!canEdit || names.length === 0}
        data-add={placeText(at)}
        onClick={() => add(names)}
      >
        {names.length === 0 ? t('people.named.add') : t('people.named.addThese', { count: names.length })}
      </Button>
    </Disclosure>
  );
}
