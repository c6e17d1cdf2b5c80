import type { DerivedPermission } from './derive-permissions.ts';
import type { Scope } from './permission-scope.ts';

/** The NOTES section: what a tag engineer asks when approving the permissions. */
export function writeNotes(title: string, permissions: readonly DerivedPermission[]): string {
  if (permissions.length === 0) return `${title}\n\nThis template needs no permission.`;
  const lines = permissions.map(({ id, why, scope }) => `- ${id}${describeScope(scope)}: ${why}`);
  return [title, '', 'Permissions and why:', ...lines].join('\n');
}

function describeScope({ isAny, entries }: Scope): string {
  if (isAny) return ' (any)';
  if (entries.size === 0) return '';
  const parts = [...entries].map(([name, access]) => [name, ...access].join(' '));
  return ` (${parts.join('; ')})`;
}
