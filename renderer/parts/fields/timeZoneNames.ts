// Time zones as the machine knows them, each with what it is called in a language.

const known = new Map<string, readonly { readonly zone: string; readonly name: string }[]>();

/** Every zone of the register, by its place in it; what a language does not name stands as the distance from Greenwich. */
export function timeZoneNames(language: string): readonly { readonly zone: string; readonly name: string }[] {
  const before = known.get(language);
  if (before !== undefined) return before;
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const names = zones.map((zone) => ({ zone, name: timeZoneName(zone, language) }));
  known.set(language, names);
  return names;
}

/** What a zone is called all year round, such as "Gulf Standard Time". */
export function timeZoneName(zone: string, language: string): string {
  const name = nameAs(zone === 'UTC' ? 'long' : 'longGeneric', zone, language);
  // Some machines know a city in Latin letters only.
  return language !== 'en' && zone !== 'UTC' && /\p{Script=Latin}/u.test(name)
    ? nameAs('longOffset', zone, language)
    : name;
}

function nameAs(timeZoneName: 'long' | 'longGeneric' | 'longOffset', zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
