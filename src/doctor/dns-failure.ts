/** Whether DNS has answered: that there is no such name, or no such record. */
export function isNo(failure: string | undefined): boolean {
  return failure === 'ENOTFOUND' || failure === 'ENODATA';
}
