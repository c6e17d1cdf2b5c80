import type { Fault } from './doctored-site.ts';

/** What is wrong, which check complains, what it has seen, what to do, and how to bring it about. */
export type FaultRow = [name: string, check: string, found: string, remedy: string, fault: Fault];
