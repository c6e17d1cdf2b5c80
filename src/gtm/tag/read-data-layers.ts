import { readConsentCommands } from '../../core/consent/read-commands.ts';
import { copyFromWindow, queryPermission } from './apis.ts';
import type { Run } from './types.ts';

/** Copies both data layers. A page can make this throw: an object without a prototype does. */
export function readDataLayers(run: Run): void {
  const type = run.config.consentType;
  run.d8a = readConsentCommands(copyFromWindow('d8aLayer'), type);
  if (!mayUseDataLayer(run.form.dataLayerName)) {
    run.notes.push('data_layer_not_permitted');
  } else {
    run.gtag = readConsentCommands(copyFromWindow(run.form.dataLayerName), type);
  }
  run.isDataLayerRead = true;
}

export function mayUseDataLayer(name: string): boolean {
  return queryPermission('access_globals', 'readwrite', name);
}
