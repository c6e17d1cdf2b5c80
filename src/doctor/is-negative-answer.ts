/** Whether DNS has answered: that there is no such name, or no such record. */
export function isNegativeAnswer(failure: string | undefined): boolean {
  return failure === 'ENOTFOUND' || failure === 'ENODATA';
}
