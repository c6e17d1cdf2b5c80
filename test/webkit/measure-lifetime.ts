import { DAYS, type LifetimeCase, type Visit } from './lifetime-cases.ts';
import { DAY_MILLIS, SHOP, type LifetimeSite } from './lifetime-site.ts';
import { createProfile } from './profile.ts';

interface World {
  site: LifetimeSite;
  /** Name of the display on which the browser shows itself. */
  display: string;
  /** Address of the proxy by which it finds the site. */
  proxy: string;
}

/** Lets a visitor of its own come on each of the days; says what the site saw. */
export async function measureLifetime(setup: LifetimeCase, { site, ...place }: World) {
  const profile = await createProfile({ isPrevented: setup.isPrevented, ...place });
  const address = `${SHOP}${setup.path}?serverUrl=${encodeURIComponent(setup.serverUrl)}`;
  const visits: Visit[] = [];
  let lastClientId: string | undefined;
  try {
    for (const day of DAYS) {
      site.setDay(day);
      const report = await profile.open(address, day, site.nextReport());
      const { clientId, sessionNumber } = report.identity;
      checkClock(report.nowMillis, day);
      visits.push({ day, isKnown: clientId === lastClientId, sessionNumber });
      lastClientId = clientId;
    }
  } finally {
    await profile.close();
  }
  return visits;
}

/** A clock that did not move would make every visitor last. */
function checkClock(nowMillis: number, day: number): void {
  const days = (nowMillis - Date.now()) / DAY_MILLIS;
  if (Math.abs(days - day) > 0.1) throw new Error(`The browser's clock is at day ${days}.`);
}
