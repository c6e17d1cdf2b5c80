import { createConfigured } from '../handler.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { readEnvironment } from '../configuration/read-texts.ts';
import type { EndpointConfiguration, Sources } from '../types.ts';

type Environment = Readonly<Record<string, unknown>>;

/**
 * A Worker. Its configuration is the `vars` and secrets of `wrangler.toml` under the names of
 * environment variables, such as FIRST_PARTY_ID_SITES; what is given here stands below them. It has
 * no files: a Worker that serves `/loader.js` is given its text.
 */
export function createWorker(
  configuration: Partial<EndpointConfiguration> = {},
  sources: Pick<Sources, 'loaders'> = {},
) {
  let handler: ReturnType<typeof createConfigured> | undefined;
  return {
    // Workers must not draw random numbers before the first request.
    async fetch(request: Request, environment: Environment): Promise<Response> {
      handler ??= createConfigured(
        readConfiguration({ ...configuration, ...readEnvironment(environment) }),
        sources,
      );
      return handler(request);
    },
  };
}

export default createWorker();
