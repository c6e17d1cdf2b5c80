import { spawnSync } from 'node:child_process';
import { launch, type Browser } from 'puppeteer-core';
import type { Site } from './site.ts';
import { findChromium, hostArguments } from './chromium.ts';

/** A browser that Puppeteer drives: it knows prerendering and the back/forward cache, and speaks to Firefox. */
export interface Engine {
  name: string;
  /** Whether its tests run here; where the environment variable CI is set, they must. */
  isWanted: boolean;
  launch(site: Site): Promise<Browser>;
}

// Debian's firefox-esr lies in /usr/bin; FIREFOX_PATH names another.
const firefox = [process.env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr'].find(
  (file) => file !== '' && spawnSync(file, ['--version']).status === 0,
);

export const chromium: Engine = {
  name: 'Chromium',
  isWanted: true,
  async launch(site) {
    const { executablePath, environment } = await findChromium();
    return launch({
      executablePath,
      env: { ...process.env, ...environment },
      args: ['--no-sandbox', '--enable-features=BackForwardCache', ...hostArguments(site)],
    });
  },
};

export const firefoxEsr: Engine = {
  name: 'Firefox ESR',
  isWanted: firefox !== undefined || process.env['CI'] !== undefined,
  async launch({ httpsPort, httpPort }) {
    if (firefox === undefined) throw new Error('Firefox is missing: apt-get install firefox-esr');
    return launch({
      browser: 'firefox',
      executablePath: firefox,
      acceptInsecureCerts: true,
      extraPrefsFirefox: {
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${httpsPort};80=${httpPort}`,
      },
    });
  },
};
