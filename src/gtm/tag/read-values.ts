import { getType, makeNumber, makeString } from './apis.ts';

/** The text of a field without the space around it; an empty one gives the default. */
export function textOr(value: unknown, otherwise: string): string {
  if (getType(value) !== 'string' && getType(value) !== 'number') return otherwise;
  const text = makeString(value).trim();
  return text === '' ? otherwise : text;
}

/** A number of at least 0; an empty field, or anything else, gives the default. */
export function numberOr(value: unknown, otherwise: number): number {
  if (textOr(value, '') === '') return otherwise;
  const number = makeNumber(value);
  return number >= 0 && number - number === 0 ? number : otherwise;
}

/** One of the choices; anything else gives the default. */
export function oneOf<Choice extends string>(
  value: unknown,
  choices: Choice[],
  otherwise: Choice,
): Choice {
  return choices.filter((choice) => choice === value)[0] || otherwise;
}

/** Whether a field or a variable says yes. */
export function isOn(value: unknown): boolean {
  return ['true', '1', 'yes'].indexOf(makeString(value).toLowerCase()) !== -1;
}

/** A text that can stand in a cookie name. */
export function namePartOr(value: unknown, otherwise: string): string {
  const text = textOr(value, otherwise);
  return isCookieNamePart(text) ? text : otherwise;
}

export function isCookieNamePart(text: string): boolean {
  return text.match('^[A-Za-z0-9._-]+$') !== null;
}
