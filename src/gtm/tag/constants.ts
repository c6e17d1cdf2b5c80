import type { Action } from '../../core/types.ts';

/** What the field `action` can say. */
export const ACTIONS: Action[] = ['identify', 'engage', 'newSession', 'forget'];

/** The data layer event, with the identity under the key `firstPartyId`. */
export const EVENT_NAME = 'first_party_id';
