import type { PageState } from '../../core/types.ts';

declare global {
  interface Window {
    dataLayer: unknown[];
    gtag: (...args: unknown[]) => void;
    /** Published by the tag. */
    firstPartyId?: PageState;
  }
}
