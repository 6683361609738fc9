import type { Place } from '../../../core/plan/edits/command.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from './AddButton.tsx';
import classes from './at.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import { TextAt } from './TextAt.tsx';
import { placeText } from './useAt.ts';
import { useRemoval } from './useRemoval.ts';

interface TextListAtProps {
  readonly at: Place;
  /** Of the whole list. */
  readonly label: string;
  readonly value: readonly Text[] | undefined;
  /** What is added first, to be written over. */
  readonly first: string;
  readonly addLabel: string;
  readonly long?: boolean;
}

/** A list of texts, such as notes or duties: each a field, more by a button. */
export function TextListAt({ at, label, value, first, addLabel, long = false }: TextListAtProps) {
  const { t, say, language, format } = useText();
  const edit = useSession((session) => session.edit);
  const remove = useRemoval();
  const texts = value ?? [];
  const add = (): void => {
    const text = { [language]: first };
    void edit([
      value === undefined ? { change: 'set', at, value: [text] } : { change: 'add', at, value: text },
    ]);
  };
  return (
    <fieldset className={classes.texts} data-at={placeText(at)}>
      <legend>{label}</legend>
      <ul className={classes.list}>
        {texts.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: texts have no name but their position.
          <li key={place} className={classes.textLine}>
            <TextAt
              at={[...at, place]}
              label={t('app.at.numbered', { list: label, number: format.integer(place + 1) })}
              hideLabel
              long={long}
              value={text}
              width="100%"
            />
            <RemoveButton
              label={t('app.at.remove', { part: say(text) })}
              onRemove={() => void remove([...at, place])}
            />
          </li>
        ))}
      </ul>
      <AddButton label={addLabel} list={placeText(at)} onAdd={add} />
    </fieldset>
  );
}
