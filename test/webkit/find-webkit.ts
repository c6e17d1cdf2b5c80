import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of Debian with which the tests drive WebKitGTK. */
export interface WebKit {
  driver: string;
  miniBrowser: string;
  xvfb: string;
  /** A library that moves the clock of the program it is loaded into. */
  faketime: string;
}

/** The package of each program, and where it lies; '*' is the folder of the machine's architecture. */
const places: Record<keyof WebKit, { debian: string; path: string }> = {
  driver: { debian: 'webkit2gtk-driver', path: '/usr/bin/WebKitWebDriver' },
  miniBrowser: { debian: 'webkit2gtk-driver', path: '/usr/lib/*/webkit2gtk-4.1/MiniBrowser' },
  xvfb: { debian: 'xvfb', path: '/usr/bin/Xvfb' },
  faketime: { debian: 'faketime', path: '/usr/lib/*/faketime/libfaketimeMT.so.1' },
};

/** The Debian packages that must be installed before WebKit can be driven. */
export function missingPackages(): string[] {
  const missing = Object.values(places).filter(({ path }) => findPath(path) === undefined);
  return [...new Set(missing.map(({ debian }) => debian))];
}

/** Finds the programs; fails with the packages to install. */
export function findWebKit(): WebKit {
  const missing = missingPackages();
  if (missing.length > 0) throw new Error(`Missing: apt-get install ${missing.join(' ')}`);
  const find = (name: keyof WebKit) => findPath(places[name].path) ?? '';
  return {
    driver: find('driver'),
    miniBrowser: find('miniBrowser'),
    xvfb: find('xvfb'),
    faketime: find('faketime'),
  };
}

function findPath(path: string): string | undefined {
  const [before = '', after] = path.split('*/');
  if (after === undefined) return existsSync(path) ? path : undefined;
  if (!existsSync(before)) return undefined;
  const paths = readdirSync(before).map((folder) => join(before, folder, after));
  return paths.find((candidate) => existsSync(candidate));
}
