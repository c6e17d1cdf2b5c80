import { isUrlFilter, matchUrl, parseAllowedUrl } from './match-url.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(url)`, compared with the list `urls`. */
function urlFilters(subject: string): PermissionRule {
  return ({ parameters, args }) => {
    const address = String(args[0]);
    const url = parseAllowedUrl(address);
    if (!url) return `Prohibited ${subject} URL: ${address}. It must be https, on port 443.`;
    if (parameters.text('allowedUrls') === 'any') return undefined;
    const filters = parameters.texts('urls');
    const wrong = filters.find((filter) => !isUrlFilter(filter));
    if (wrong !== undefined) return `Invalid ${subject} URL filter: ${wrong}.`;
    if (filters.some((filter) => matchUrl(url, filter))) return undefined;
    return `Prohibited ${subject} URL: ${address}.`;
  };
}

export const sendPixel = urlFilters('pixel');
export const injectScript = urlFilters('script');
export const injectHiddenIframe = urlFilters('iframe');
