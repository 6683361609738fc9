import { cloneElement, type ReactElement } from 'react';
import type { Branch, Key } from '../../locales/translator.ts';
import classes from './FilledSentence.module.css';
import { sentencePieces } from './sentencePieces.ts';
import { useText } from './TextProvider.tsx';

interface FilledSentenceProps {
  /** A text with a tag, such as `<target/>`, where each field stands. */
  readonly of: Key;
  readonly fields: Readonly<Record<string, ReactElement>>;
}

/** A sentence that one fills in: the words and their order are the language's, the fields are the same. */
export function FilledSentence({ of, fields }: FilledSentenceProps) {
  const { t } = useText();
  const cut = of.lastIndexOf('.');
  const { pieces, end } = sentencePieces(t.dynamic(of.slice(0, cut) as Branch, of.slice(cut + 1)));
  return (
    <>
      {pieces.map(({ words, field, sign }) => (
        <span key={field} className={classes.piece}>
          {words !== '' && <span>{words}</span>}
          {fields[field] !== undefined && cloneElement(fields[field], { key: field })}
          {sign !== '' && <span className={classes.sign}>{sign}</span>}
        </span>
      ))}
      {end !== '' && <span>{end}</span>}
    </>
  );
}
