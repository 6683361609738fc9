import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Text } from '../../core/plan/schema/elements.ts';
import { useDraft } from '../state/drafts.ts';
import { withText } from '../text/localText.ts';
import { useText } from '../text/TextProvider.tsx';
import { inputDirection } from './fields/inputDirection.ts';

interface NameFieldProps {
  /** Names what is being renamed: what is typed is kept under it until it is given or let go. */
  readonly of: string;
  readonly name: Text;
  readonly onDone: (name: Text | null) => void;
}

/** Another name for a plan, in the language of the window. */
export function NameField({ of, name, onDone }: NameFieldProps) {
  const { t, say, language, direction } = useText();
  const draft = useDraft(`name/${of}`);
  const [typed, setTyped] = useState(() => draft.text ?? say(name));
  const wanted = typed.trim();
  const finish = (given: Text | null): void => {
    draft.forget();
    onDone(given);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted === '') return;
    finish(wanted === say(name) ? null : withText(name, language, wanted));
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('app.library.newName')}
          value={typed}
          maxLength={200}
          {...inputDirection('auto', direction)}
          style={{ flex: '1 1 320px', maxWidth: 560 }}
          data-autofocus
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            draft.keep(event.currentTarget.value);
          }}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Escape') finish(null);
          }}
        />
        <Button type="submit" disabled={wanted === ''}>
          {t('app.library.accept')}
        </Button>
        <Button variant="default" onClick={() => finish(null)}>
          {t('app.library.cancel')}
        </Button>
      </Group>
    </form>
  );
}
