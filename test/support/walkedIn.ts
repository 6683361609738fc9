// What `npm test` does in part, and `npm run test:long`, which says so by the environment, as a whole.
type Language = 'en' | 'fa';

export const walksAll = process.env.SAFF_WALKS_ALL === '1';

/** In which languages a journey is walked that is the same in each but for words, digits and direction: the one that is named, or both. */
export function walkedIn(language: Language): readonly Language[] {
  return walksAll ? ['en', 'fa'] : [language];
}
