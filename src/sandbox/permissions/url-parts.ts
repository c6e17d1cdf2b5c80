import type { PermissionRule } from './permission-rule.ts';

/** `(component?, queryKey?)`. With specific parts the whole URL is refused; with specific query keys the whole query. */
function urlParts(subject: string): PermissionRule {
  return ({ parameters, args }) => {
    const [component, queryKey] = args;
    if (parameters.text('urlParts') !== 'specific') return undefined;
    if (typeof component !== 'string') return `Prohibited read of the whole ${subject}.`;
    if (!parameters.isTrue(component)) return `Prohibited read of ${subject} part: ${component}.`;
    if (component !== 'query' || parameters.text('queriesAllowed') !== 'specific') return undefined;
    if (typeof queryKey !== 'string')
      return `Prohibited read of the whole query of the ${subject}.`;
    if (parameters.texts('queryKeys').includes(queryKey)) return undefined;
    return `Prohibited read of query key of the ${subject}: ${queryKey}.`;
  };
}

export const getUrl = urlParts('URL');
export const getReferrer = urlParts('referrer');
