/** Something in a container export that Google Tag Manager would not take, or would change. */
export interface ContainerProblem {
  severity: 'error' | 'warning';
  /** JSON path in the export, such as `/containerVersion/tag/0/type`. */
  path: string;
  /** What is wrong and what is accepted. */
  message: string;
}
