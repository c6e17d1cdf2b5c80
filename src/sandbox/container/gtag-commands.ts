import type { ConsentState } from './consent-state.ts';
import type { Policies, Policy } from '../permissions/index.ts';
import type { DataLayerModel } from './data-layer-model.ts';

/** What a gtag command acts on. */
export interface CommandTarget {
  consent: ConsentState;
  dataLayer: DataLayerModel;
  policies: Policies;
  fireEvent(message: object): void;
}

type Command = (target: CommandTarget, args: readonly unknown[]) => void;

const commands: ReadonlyMap<unknown, Command> = new Map<unknown, Command>([
  ['consent', applyConsent],
  ['set', applySet],
  ['event', applyEvent],
  ['policy', applyPolicy],
]);

/** gtag commands that make the container insert its first events, whether or not it acts on them. */
const starters: readonly unknown[] = ['event', 'config', 'js', 'get'];

export function startsEvents(command: readonly unknown[]): boolean {
  return starters.includes(command[0]);
}

/** Carries out a command; one that is unknown does nothing. */
export function applyCommand(target: CommandTarget, command: readonly unknown[]): void {
  commands.get(command[0])?.(target, command);
}

/** Exactly three arguments, or nothing happens. */
function applyConsent({ consent }: CommandTarget, args: readonly unknown[]): void {
  const [, mode, settings] = args;
  if (args.length !== 3 || !isObject(settings)) return;
  if (mode === 'default') consent.applyDefault(settings);
  if (mode === 'update') consent.applyUpdate(settings);
}

/** `gtag('policy', permissionId or 'all', policy)`: exactly these. */
function applyPolicy({ policies }: CommandTarget, args: readonly unknown[]): void {
  const [, permissionId, policy] = args;
  if (args.length !== 3 || typeof permissionId !== 'string' || !isPolicy(policy)) return;
  policies.add(permissionId, policy);
}

function applySet({ dataLayer }: CommandTarget, [, first, value]: readonly unknown[]): void {
  if (isObject(first)) dataLayer.merge(first);
  if (typeof first === 'string') dataLayer.merge({ [first]: value });
}

function applyEvent(target: CommandTarget, [, name, parameters]: readonly unknown[]): void {
  if (typeof name !== 'string') return;
  target.fireEvent({ event: name, eventModel: isObject(parameters) ? parameters : {} });
}

function isPolicy(value: unknown): value is Policy {
  return typeof value === 'function';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
