import { chromium, type Browser } from 'playwright-core';
import { unpackChromium, type Chromium } from './unpack-chromium.ts';

export interface LaunchOptions {
  /** Loopback port that stands for port 443 of every host. */
  httpsPort: number;
  /** Loopback port that stands for port 80 of every host. */
  httpPort: number;
  /** Base64 SHA-256 of the public key whose certificates the browser takes for good. */
  trustedKeyHash: string;
}

/**
 * Starts a real Chromium for which every host of the world is this machine.
 * It comes from npm, or is the Chrome that the environment variable CHROME_PATH names.
 */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const { executablePath, environment } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: hostArguments(options),
  });
}

/** The Chromium to start, and what its environment needs. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROME_PATH'];
  if (named) return { executablePath: named, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  throw new Error(
    `The Chromium from npm runs on linux x64 only, this is ${process.platform} ${process.arch}. ` +
      'Set CHROME_PATH to the executable of an installed Chrome or Chromium.',
  );
}

/**
 * On top of Playwright's own arguments, which keep the web's security as it is (and switch off the sandbox around
 * processes, which root and many containers cannot have). The ones @sparticuz/chromium proposes must not be used:
 * they hold --disable-web-security and --disable-site-isolation-trials.
 */
export function hostArguments({ httpsPort, httpPort, trustedKeyHash }: LaunchOptions): string[] {
  const hosts = [`MAP *:443 127.0.0.1:${httpsPort}`, `MAP *:80 127.0.0.1:${httpPort}`];
  return [
    `--host-resolver-rules=${hosts.join(', ')}, MAP * 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${trustedKeyHash}`,
    '--disable-gpu',
    '--disable-quic',
    '--disable-domain-reliability',
    '--no-pings',
  ];
}
