import type { Text } from '../../../core/plan/schema/elements.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface TextAtProps extends AtProps {
  readonly value: Text | undefined;
  /** May be left empty, and is then taken out. */
  readonly optional?: boolean;
  readonly long?: boolean;
  readonly placeholder?: string;
}

/** Words in the language of the window; what they are in the others stays. */
export function TextAt({ at, value, optional = false, ...props }: TextAtProps) {
  const { t, say, language } = useText();
  const { give, place, disabled } = useAt(at);
  const read = (text: string): Read<string> =>
    text.trim() === '' && !optional
      ? { ok: false, message: t('app.unread.empty') }
      : { ok: true, value: text.trim() };
  const commit = (said: string): void => {
    if (said === '') give(undefined);
    else give(value === undefined ? { [language]: said } : withText(value, language, said));
  };
  return (
    <CommitField
      {...props}
      place={place}
      disabled={disabled}
      dir="auto"
      inputMode="text"
      {...(props.long === true && { draft: place })}
      value={say(value)}
      write={(text) => text}
      read={read}
      onCommit={commit}
    />
  );
}
