// In which languages a journey is walked that is the same in each but for words, digits and direction.
type Language = 'en' | 'fa';

/** The one that is named; in the long tests, which ask for it by the environment, in both. */
export function walkedIn(language: Language): readonly Language[] {
  return process.env.SAFF_EVERY_LANGUAGE === '1' ? ['en', 'fa'] : [language];
}
