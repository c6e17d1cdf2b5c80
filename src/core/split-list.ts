/** The parts of a text that commas or spaces separate. */
export function splitList(text: string): string[] {
  return text
    .split(' ')
    .join(',')
    .split(',')
    .filter((part) => part !== '');
}
