import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import type { Key, Params } from '../../locales/translator.ts';

interface SentenceProps {
  /** A text with <strong>…</strong> around what matters. */
  readonly of: Key;
  readonly params?: Params;
}

const parts: Record<string, ReactElement> = { strong: <strong /> };

/** A text with emphasis inside. */
export function Sentence({ of, params = {} }: SentenceProps) {
  // As a plain string: the library's own types would spread every key of every area.
  const key: string = of;
  return <Trans i18nKey={key} values={params} components={parts} />;
}
