import { describeRequest } from './policy-data.ts';

/** A function of the page, as `gtag('policy', permissionId, policy)` takes it. */
export type Policy = (containerId: string, permissionId: string, data: unknown) => unknown;

/** What the page lets the templates of one container do, on top of what their users granted. */
export interface Policies {
  /** `permissionId` may be 'all'. A policy for all is called once at once, as Google's runtime does. */
  add(permissionId: string, policy: Policy): void;
  /** Why a policy refuses, or undefined. The specific ones are asked first; one refusal is enough. */
  findRefusal(permissionId: string, args: readonly unknown[]): string | undefined;
}

export function createPolicies(containerId: string): Policies {
  const added = new Map<string, Policy[]>();

  const ask = (policy: Policy, permissionId: string, data: unknown): string | undefined => {
    try {
      if (policy(containerId, permissionId, data)) return undefined;
      return `A policy of the page refuses ${permissionId}.`;
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return `A policy of the page refuses ${permissionId}: ${reason}`;
    }
  };
  return {
    add: (permissionId, policy) => {
      added.set(permissionId, [...(added.get(permissionId) ?? []), policy]);
      if (permissionId === 'all') ask(policy, 'unknown', {});
    },
    findRefusal: (permissionId, args) => {
      const policies = [...(added.get(permissionId) ?? []), ...(added.get('all') ?? [])];
      for (const policy of policies) {
        const refusal = ask(policy, permissionId, describeRequest(permissionId, args));
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}
