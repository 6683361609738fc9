/** Asks so many questions at a time, and gives the answers in the order of the questions. */
export async function severalAtOnce<Answer>(
  count: number,
  most: number,
  ask: (question: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const question = next;
      next += 1;
      answers[question] = await ask(question);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, count) }, worker));
  return answers;
}
