import { SandboxList } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import { defineApi } from './define-api.ts';
import { readQueryValues, readUrlComponent } from './url-component.ts';

type ReadAddress = (call: ApiCall) => string;

const readLocation: ReadAddress = ({ host }) => host.page.window.location.href;
const readReferrer: ReadAddress = ({ host }) => host.page.window.document.referrer;

export const getUrl = defineComponentApi('getUrl', 'get_url', readLocation);
export const getReferrerUrl = defineComponentApi('getReferrerUrl', 'get_referrer', readReferrer);
export const getQueryParameters = defineQueryApi('getQueryParameters', 'get_url', readLocation);
export const getReferrerQueryParameters = defineQueryApi(
  'getReferrerQueryParameters',
  'get_referrer',
  readReferrer,
);

function defineComponentApi(name: string, permissionId: string, readAddress: ReadAddress) {
  return defineApi(name, {
    accepts: ['string?'],
    perform: (call) => {
      const component = call.optionalText(0);
      call.host.grants.check(permissionId, component);
      return readUrlComponent(readAddress(call), component);
    },
  });
}

/** The first value of the key, or with a true second argument all of them; undefined where there is none. */
function defineQueryApi(name: string, permissionId: string, readAddress: ReadAddress) {
  return defineApi(name, {
    accepts: ['string', 'any?'],
    perform: (call): SandboxValue => {
      call.host.grants.check(permissionId, 'query', call.text(0));
      const query = readUrlComponent(readAddress(call), 'query');
      const values = readQueryValues(query, call.text(0));
      if (values.length === 0) return undefined;
      return call.flag(1, false) ? new SandboxList(values) : values[0];
    },
  });
}
