const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Such as `2 minutes ago`; a time ahead of the clock reads `in 2 minutes`. */
export function timeAgo(thenSeconds: number, nowSeconds: number): string {
  const ahead = thenSeconds - nowSeconds;
  const [unit, size] = units.find(([, seconds]) => Math.abs(ahead) >= seconds) ?? ['second', 1];
  if (unit === 'second' && Math.abs(ahead) < 5) return 'just now';
  return words.format(Math.trunc(ahead / size), unit);
}

/** The time of day, as in 09:05:02. */
export function clockTime(millis: number): string {
  return new Date(millis).toTimeString().slice(0, 8);
}

/** 1st, 2nd, 3rd, 4th … */
export function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const suffix = teens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${number}${suffix ?? 'th'}`;
}
