import { permitsStorage } from '../../src/core/consent/resolve-consent.ts';
import { RANDOM_COUNT } from '../../src/core/constants.ts';
import { decide } from '../../src/core/decide.ts';
import { allFormats } from '../../src/core/formats/all-formats.ts';
import type {
  Action,
  ActPlan,
  Config,
  ConsentState,
  PageState,
  Restore,
  Snapshot,
  StoredValues,
} from '../../src/core/types.ts';
import { baseConfig, NOW_MILLIS } from '../conformance/rows/base.ts';

/**
 * A visitor's browser in the smallest form: cookies by name, a page, a clock, and an endpoint with
 * a backup. It carries plans out as the hosts do, so that random histories can be played.
 */
export class Visitor {
  readonly config: Config;
  cookies: Record<string, string> = {};
  backup: Record<string, string> = {};
  consent: ConsentState = 'unset';
  page: PageState | undefined;
  serverId = '';
  nowMillis = NOW_MILLIS;
  requests = 0;
  /** When cookies are over, where a script has said so. */
  private readonly ends = new Map<string, number>();
  private eventId = 0;
  private draws = 0;

  constructor(config: Partial<Config> = {}) {
    this.config = { ...baseConfig, ...config };
  }

  leavePage(): void {
    this.page = undefined;
  }

  run(action: Action, trigger: Snapshot['trigger'] = 'tag'): ActPlan {
    if (trigger === 'tag') this.eventId += 1;
    const plan = this.decide(action, trigger, { state: 'notAsked' });
    for (const { name } of plan.erase) this.lose(name);
    for (const { name, value, maxAgeSeconds } of plan.writes) {
      this.cookies[name] = value;
      this.ends.set(name, this.nowMillis + (maxAgeSeconds ?? Infinity) * 1000);
    }
    if (plan.server === 'renew') this.askServer();
    if (plan.server === 'forget') this.forgetAtServer();
    this.page = structuredClone(plan.page);
    return plan;
  }

  private decide(action: Action, trigger: Snapshot['trigger'], restore: Restore): ActPlan {
    const plan = decide(allFormats(), this.config, this.snapshot(action, trigger, restore));
    if (plan.kind === 'act') return plan;
    for (const { name } of plan.erase) this.lose(name);
    this.askServer();
    return this.decide(action, trigger, { state: 'answered', askedFor: plan.askFor });
  }

  private snapshot(action: Action, trigger: Snapshot['trigger'], restore: Restore): Snapshot {
    const consent = { state: this.consent, source: 'update' } as const;
    const mayRead =
      permitsStorage(this.config, consent) || this.consent === 'withdrawn' || action === 'forget';
    return {
      action,
      trigger,
      nowMillis: this.nowMillis,
      randoms: Array.from({ length: RANDOM_COUNT }, () => this.draw()),
      consent,
      stored: mayRead ? this.stored() : {},
      host: 'www.example.com',
      cookieDomain: 'example.com',
      hasLocalStorage: false,
      serverId: mayRead ? this.serverId : '',
      page: this.page,
      writer: 'gtm.1',
      eventId: this.eventId,
      restore,
    };
  }

  private stored(): StoredValues {
    for (const name of Object.keys(this.cookies)) {
      if ((this.ends.get(name) ?? Infinity) <= this.nowMillis) this.lose(name);
    }
    const entries = Object.entries(this.cookies);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, [{ value, domain: undefined, isRemoved: false }]]),
    );
  }

  private askServer(): void {
    this.requests += 1;
    this.serverId = 'server-id';
    for (const name of Object.keys(this.backup)) {
      if (this.cookies[name] === undefined) this.ends.delete(name);
    }
    this.cookies = { ...this.backup, ...this.cookies };
    const kept = Object.entries(this.cookies).filter(([name]) => !name.startsWith('_sp_ses'));
    this.backup = Object.fromEntries(kept);
  }

  private forgetAtServer(): void {
    this.requests += 1;
    this.serverId = '';
    this.backup = {};
  }

  lose(name: string): void {
    this.cookies = Object.fromEntries(
      Object.entries(this.cookies).filter(([other]) => other !== name),
    );
  }

  /** Every draw is new, so that two identities never have the same ID by chance. */
  private draw(): number {
    this.draws += 1;
    return this.draws;
  }
}
