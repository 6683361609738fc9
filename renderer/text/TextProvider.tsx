// The one door to react-i18next: texts, formats and direction for everything below.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Text } from '../../core/plan/schema/elements.ts';
import { createFormat, type Format } from '../../locales/format/format.ts';
import { loadTranslator } from '../../locales/loadTranslator.ts';
import type { Direction, DisplaySettings, Language } from '../../locales/settings.ts';
import type { Translate, Translator } from '../../locales/translator.ts';
import { localText } from './localText.ts';

export interface Texts {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
  readonly direction: Direction;
  /** A text of the plan in the language of the window. */
  readonly say: (text: Text | undefined) => string;
}

const TextContext = createContext<Texts | null>(null);

export function useText(): Texts {
  const texts = useContext(TextContext);
  if (texts === null) throw new Error('useText needs a TextProvider');
  return texts;
}

/** While the texts of another language load, those of the last one stay; nothing is shown before the first. */
export function TextProvider({ settings, children }: { settings: DisplaySettings; children: ReactNode }) {
  const { language, digits } = settings;
  const [translator, setTranslator] = useState<Translator | null>(null);

  useEffect(() => {
    let current = true;
    void loadTranslator(language, { digits }).then((loaded) => {
      if (current) setTranslator(loaded);
    });
    return () => {
      current = false;
    };
  }, [language, digits]);

  const texts = useMemo<Texts | null>(() => {
    if (translator === null) return null;
    const shown = { ...settings, language: translator.language, digits: translator.digits };
    return {
      t: translator.t,
      format: createFormat(shown),
      language: translator.language,
      direction: translator.direction,
      say: (text) => localText(text, translator.language),
    };
  }, [translator, settings]);

  if (texts === null || translator === null) return null;
  return (
    <I18nextProvider i18n={translator.i18n}>
      <TextContext value={texts}>{children}</TextContext>
    </I18nextProvider>
  );
}
