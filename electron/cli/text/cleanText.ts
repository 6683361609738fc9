// Foreign text made harmless for a terminal: a name in a plan must not move the cursor, colour the screen, turn the
// direction of the text around it or pretend to be another line.
import type { Text } from '../../../core/plan/schema/elements.ts';
import { stripBidiControls } from '../../../locales/format/bidi.ts';
import type { Language } from '../../../locales/settings.ts';

const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;

export function cleanText(text: string): string {
  return stripBidiControls(text.replace(controls, ' '));
}

/** A plan's text in the language, else in English, else in whatever it has. */
export function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return cleanText(text);
  return cleanText(text[language] ?? text.en ?? text.fa ?? text.ar ?? '');
}
