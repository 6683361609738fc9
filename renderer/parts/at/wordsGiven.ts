/** The words of a field of tags as the plan keeps them: one that is typed as a known word is called is that word. */
export function wordsGiven(
  typed: readonly string[],
  known: readonly string[],
  nameOf: (word: string) => string,
  longest: number,
): string[] {
  const words = typed.map((text) => {
    const word = text.trim().slice(0, longest);
    return known.includes(word) ? word : (known.find((one) => nameOf(one) === word) ?? word);
  });
  return [...new Set(words.filter((word) => word !== ''))];
}
