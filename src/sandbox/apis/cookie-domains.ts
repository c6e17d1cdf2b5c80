const ipv4 = /^\d+(\.\d+){3}$/;

/**
 * The domains to try for the option `domain`; undefined means none, a cookie for this host only. 'auto' goes from the
 * last two labels of the host to the whole host.
 */
export function cookieDomains(option: string | undefined, host: string): (string | undefined)[] {
  if (option === undefined || option === '') return [undefined];
  switch (option.toLowerCase()) {
    case 'none':
      return [undefined];
    case 'auto':
      return [...suffixes(host), undefined];
    default:
      return [option];
  }
}

function suffixes(host: string): string[] {
  const labels = host.split('.');
  if (labels.length < 2 || ipv4.test(host)) return [];
  return labels
    .slice(0, -1)
    .map((_, index) => labels.slice(index).join('.'))
    .reverse();
}
