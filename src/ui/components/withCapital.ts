/** The same word at the beginning of a line. */
export const withCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
