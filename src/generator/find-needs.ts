import { touchesOf } from '../sandbox/check/index.ts';
import type { Access, ApiCall, ApiRule, Problem, RequireUse } from '../sandbox/check/index.ts';
import type { Place } from './join-modules.ts';
import { messagePart } from './message-parts.ts';

/** What one call asks of a permission. */
export interface Need {
  permission: string;
  api: string;
  place: Place;
  access: readonly Access[];
  /** What it touches; 'unknown' when only permissions.ts can tell, 'all' when it is everything. */
  scope: { kind: 'named'; name: string } | { kind: 'unknown' | 'all' | 'none' };
}

type Locate = (position: { line: number; column: number }) => Place;

/** Reads the permissions off the calls: a literal argument says what is touched. */
export function findNeeds(
  uses: readonly RequireUse[],
  rules: Readonly<Record<string, ApiRule>>,
  placeOf: Locate,
): Need[] {
  return uses.flatMap((use) => {
    const rule = rules[use.api];
    if (!rule) return [];
    const needs = use.calls.flatMap((call) => needsOfCall(use, rule, call, placeOf));
    return use.isPassedOn ? [...needs, ...needsOfValue(use, rule, placeOf)] : needs;
  });
}

/** An API that nobody calls still asks the user for its permission. */
export function findUnusedApis(uses: readonly RequireUse[], placeOf: Locate): Problem[] {
  return uses
    .filter(({ calls, isPassedOn }) => calls.length === 0 && !isPassedOn)
    .map((use) => ({
      ...placeOf(use),
      message: `${use.api} is required but never used`,
      instead: 'Remove the line.',
    }));
}

function needsOfCall(use: RequireUse, rule: ApiRule, call: ApiCall, placeOf: Locate): Need[] {
  const { permission, isDeclared } = rule;
  const base = { permission, api: use.api, place: placeOf(call) };
  const part = messagePart(use.api, call.literals[0]);
  if (part !== undefined) return [{ ...base, access: [], scope: part }];
  const touches = touchesOf(rule, call.method);
  if (touches.length === 0) return [{ ...base, access: [], scope: { kind: 'none' } }];
  return touches.map(({ argument, access }): Need => {
    const literal = call.literals[argument];
    if (call.literals.length <= argument) return { ...base, access, scope: { kind: 'all' } };
    if (isDeclared || typeof literal !== 'string') {
      return { ...base, access, scope: { kind: 'unknown' } };
    }
    return { ...base, access, scope: { kind: 'named', name: literal } };
  });
}

/** As a value it may be called anywhere with anything. */
function needsOfValue(use: RequireUse, rule: ApiRule, placeOf: Locate): Need[] {
  const touches = touchesOf(rule, undefined);
  const access = [...new Set(touches.flatMap((touch) => touch.access))];
  const scope = { kind: touches.length === 0 ? ('none' as const) : ('unknown' as const) };
  return [{ permission: rule.permission, api: use.api, place: placeOf(use), access, scope }];
}
