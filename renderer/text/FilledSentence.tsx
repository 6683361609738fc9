import { cloneElement, type ReactElement } from 'react';
import { Trans } from 'react-i18next';
import type { Key } from '../../locales/translator.ts';

interface FilledSentenceProps {
  /** A text with a tag, such as `<target/>`, where each field stands. */
  readonly of: Key;
  readonly fields: Readonly<Record<string, ReactElement>>;
}

/** A sentence that one fills in: the words and their order are the language's, the fields are the same. */
export function FilledSentence({ of, fields }: FilledSentenceProps) {
  const key: string = of;
  const components = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, cloneElement(field, { key: name })]),
  );
  return <Trans i18nKey={key} components={components} />;
}
