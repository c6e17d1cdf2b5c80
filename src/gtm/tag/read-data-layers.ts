import { copyFromWindow, queryPermission } from './apis.ts';
import type { Run } from './types.ts';

/** Copies both data layers. A page can make this throw: an object without a prototype does. */
export function readDataLayers(run: Run): void {
  run.d8aEntries = copyFromWindow('d8aLayer');
  if (!mayUseDataLayer(run.form.dataLayerName)) {
    run.notes.push('data_layer_not_permitted');
  } else {
    run.gtagEntries = copyFromWindow(run.form.dataLayerName);
  }
  run.isDataLayerRead = true;
}

export function mayUseDataLayer(name: string): boolean {
  return queryPermission('access_globals', 'readwrite', name);
}
