/** What is known of the visitor. */
export interface Visitor {
  name: string;
}
