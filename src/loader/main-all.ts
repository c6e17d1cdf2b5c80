import { createFirstPartyId } from './all.ts';
import { attempt } from './attempt.ts';
import { startFromPage } from './start-from-page.ts';

attempt(() => startFromPage(createFirstPartyId));
