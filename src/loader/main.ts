import { attempt } from './attempt.ts';
import { createFirstPartyId } from './index.ts';
import { startFromPage } from './start-from-page.ts';

attempt(() => startFromPage(createFirstPartyId));
