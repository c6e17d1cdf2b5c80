import type { Answer, Finding, Group, Level, Received } from './types.ts';

/** What a check says when it is not content. */
export interface Complaint {
  level?: Exclude<Level, 'pass'>;
  found: string;
  remedy: string;
}

/** Makes the findings of one group. */
export function findingsOf(group: Group) {
  return {
    pass: (check: string, found: string): Finding => ({
      group,
      check,
      level: 'pass',
      found,
      remedy: '',
    }),
    complain: (check: string, { level = 'fail', found, remedy }: Complaint): Finding => ({
      group,
      check,
      level,
      found,
      remedy,
    }),
  };
}

/** The answer, when there is one that says yes. */
export function ifGood(answer: Answer): Received | undefined {
  return answer.kind === 'received' && answer.status === 200 ? answer : undefined;
}

/** Texts in one line, with commas. */
export function list(texts: readonly string[]): string {
  return texts.join(', ');
}
