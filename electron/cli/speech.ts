// How a command speaks: texts, formats and plan names in the chosen language and digits, all made safe for a terminal.
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { createFormat, type Format } from '../../locales/format/format.ts';
import { type Texts, translatorOf } from '../../locales/loadTranslator.ts';
import {
  type Calendar,
  type Digits,
  type DisplaySettings,
  defaultSettings,
  type Language,
} from '../../locales/settings.ts';
import type { Translate } from '../../locales/translator.ts';
import { textIn } from './text/cleanText.ts';

export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly t: Translate;
  readonly format: Format;
  /** A text of the plan in this language. */
  readonly name: (text: Text) => string;
}

export interface SpeechOptions {
  readonly digits?: Digits | undefined;
  readonly calendar?: Calendar | undefined;
}

/**
 * What was asked for counts first. Then the plan decides about its calendar, week, time zone and currency, because they
 * are facts of the organisation; and about the digits where it is read in its own language. The language's usual
 * settings fill in the rest.
 */
export function createSpeech(texts: Texts, asked: SpeechOptions = {}, plan?: Plan): Speech {
  const { language } = texts;
  const usual = defaultSettings(language);
  const { locale } = plan ?? {};
  const settings: DisplaySettings = {
    language,
    digits: asked.digits ?? (locale?.language === language ? locale.digits : usual.digits),
    calendar: asked.calendar ?? locale?.calendar ?? usual.calendar,
    weekStart: locale?.weekStart ?? usual.weekStart,
    weekend: locale?.weekend ?? usual.weekend,
    timeZone: locale?.timeZone ?? usual.timeZone,
    currency: locale?.currency ?? usual.currency,
  };
  return {
    language,
    texts,
    t: translatorOf(texts, { digits: settings.digits }).t,
    format: createFormat(settings),
    name: (text) => textIn(text, language),
  };
}
