import './head.ts';
import { startActions } from './actions.ts';
import { startCart } from './cart.ts';
import { startConsentTool } from './consent-tool.ts';
import { startLive } from './live.ts';
import { startNavigation } from './navigation.ts';
import { createRoutedNetwork } from './routed-network.ts';
import { say } from './say.ts';
import { startTags } from './start-tags.ts';
import { watchDataLayer } from './watch-data-layer.ts';

const live = startLive();
watchDataLayer(live.see);
startConsentTool(live.isUpdateSent);
startCart();
startNavigation();
startActions();

try {
  await startTags(createRoutedNetwork(live.report));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
