// The one inflection that written Arabic shows in what stands for a number: its duals.
const duals = /(?<!\p{L})(و?(?:يوم|ساعت|دقيقت|ثانيت|طلب|ممثّل|فرد))ان(?!\p{L})/gu;

/** After a preposition or a verb: «خلال دقيقتين», where «دقيقتان» stands by itself. Other words have one form for both. */
export const genitive = (text: string): string => text.replace(duals, '$1ين');
