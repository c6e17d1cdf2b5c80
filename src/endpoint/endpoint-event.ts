/** What an operator may want to know. Nothing in it tells one visitor from another. */
export type EndpointEvent =
  | {
      kind: 'answer';
      /** As in the table of routes, or 'none'. */
      route: string;
      status: number;
      seconds: number;
      /** Why it was refused. */
      refusal?: string;
    }
  | { kind: 'visitor'; isNew: boolean }
  /** Sessions that did not fit into a backup. */
  | { kind: 'backup-overflow'; dropped: number }
  | { kind: 'error'; error: unknown };
