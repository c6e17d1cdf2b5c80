import { SandboxList, SandboxObject } from '../../values/index.ts';
import { defineApi } from '../define-api.ts';

/** What `getGoogleAuth` answers: nothing that code can read, for the option `authorization` of a request. */
export class GoogleAuth extends SandboxObject {
  readonly scopes: readonly string[];

  constructor(scopes: readonly string[]) {
    super();
    this.scopes = scopes;
    this.frozen = true;
  }
}

export const getGoogleAuth = defineApi('getGoogleAuth', {
  accepts: ['object'],
  perform: (call) => {
    const list = call.properties(0).get('scopes');
    const scopes = list instanceof SandboxList ? list.items.map(String) : [];
    call.host.grants.check('use_google_credentials', scopes);
    return new GoogleAuth(scopes);
  },
});
