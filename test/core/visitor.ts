import { permitsStorage } from '../../src/core/consent/resolve-consent.ts';
import { decide } from '../../src/core/decide.ts';
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
    for (const name of plan.erase) this.lose(name);
    for (const { name, value } of plan.writes) this.cookies[name] = value;
    if (plan.server === 'renew') this.askServer();
    if (plan.server === 'forget') this.forgetAtServer();
    this.page = structuredClone(plan.page);
    return plan;
  }

  private decide(action: Action, trigger: Snapshot['trigger'], restore: Restore): ActPlan {
    const plan = decide(this.config, this.snapshot(action, trigger, restore));
    if (plan.kind === 'act') return plan;
    for (const name of plan.erase) this.lose(name);
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
      randoms: [this.draw(), this.draw(), this.draw(), this.draw()],
      consent,
      stored: mayRead ? this.stored() : {},
      cookieDomain: 'example.com',
      serverId: mayRead ? this.serverId : '',
      page: this.page,
      writer: 'gtm.1',
      eventId: this.eventId,
      restore,
    };
  }

  private stored(): StoredValues {
    const entries = Object.entries(this.cookies);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, [{ value, domain: undefined, isRemoved: false }]]),
    );
  }

  private askServer(): void {
    this.requests += 1;
    this.serverId = 'server-id';
    this.cookies = { ...this.backup, ...this.cookies };
    this.backup = { ...this.cookies };
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
