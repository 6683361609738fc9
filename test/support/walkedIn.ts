// What `npm test` does in part, and `npm run test:long`, which says so by the environment, as a whole.
type Language = 'en' | 'fa';

/** The first of what a test would look at, or all of it; the files of such tests are named in test/long.mjs. */
export const inPart = <T>(all: readonly T[]): readonly T[] =>
  process.env.SAFF_WALKS_ALL === '1' ? all : all.slice(0, 1);

/** What only the whole looks at. */
export const inWhole = <T>(rest: readonly T[]): readonly T[] =>
  process.env.SAFF_WALKS_ALL === '1' ? rest : [];

/** In which languages a journey is walked that is the same in each but for words, digits and direction: the one that is named, or both. */
export const walkedIn = (language: Language): readonly Language[] =>
  inPart(language === 'fa' ? ['fa', 'en'] : ['en', 'fa']);
