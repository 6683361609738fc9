// Finds every text of a plan, so that nothing that people read stays in one language.
type Path = readonly (string | number)[];

export interface FoundText {
  readonly path: string;
  readonly value: unknown;
}

const languages = ['en', 'fa', 'ar'];
/** Fields whose value, or whose list elements, are texts wherever they stand in a plan. */
const textFields = new Set([
  'name',
  'description',
  'notes',
  'industry',
  'products',
  'philosophy',
  'strategies',
  'tone',
  'note',
  'specialty',
  'duties',
  'source',
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInLanguages = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => languages.includes(key));

/** Every text in the document: what stands in a field for texts, and whatever looks like a text elsewhere. */
export function textsOf(value: unknown, path: Path = [], isText = false): readonly FoundText[] {
  if (isInLanguages(value)) return [{ path: path.join('.'), value }];
  if (Array.isArray(value)) return value.flatMap((child, at) => textsOf(child, [...path, at], isText));
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([field, child]) =>
      textsOf(child, [...path, field], textFields.has(field)),
    );
  }
  return isText ? [{ path: path.join('.'), value }] : [];
}

/** What is wrong with a text: a language that is missing or empty, or the letters and digits of another one. */
export function textFaults({ path, value }: FoundText): readonly string[] {
  if (!isRecord(value)) return [`${path} is in one language only`];
  const missing = languages.filter(
    (language) => typeof value[language] !== 'string' || value[language] === '',
  );
  const { en, fa, ar } = value as Readonly<Record<string, string>>;
  return [
    ...missing.map((language) => `${path} has no ${language}`),
    ...(/[\u0600-\u06ff]/.test(en ?? '') ? [`${path}.en has Arabic letters`] : []),
    ...(/[يكة٠-٩]/.test(fa ?? '') ? [`${path}.fa has Arabic letters or digits`] : []),
    ...(/[یکپچژگ۰-۹]/.test(withoutPersianNames(ar ?? ''))
      ? [`${path}.ar has Persian letters or digits`]
      : []),
    ...[fa, ar].flatMap((text) =>
      /(?<![A-Za-z])[0-9]/.test(text ?? '') ? [`${path} has Latin digits`] : [],
    ),
    ...[fa, ar].flatMap((text) =>
      /[\u0600-\u06ff]/.test(text ?? '') ? [] : [`${path} has no Arabic script`],
    ),
  ];
}

// Months of the Iranian year keep their spelling.
const withoutPersianNames = (text: string): string => text.replaceAll('آبان', '');
