import type { ContainerParameter } from '../../tpl/container/types.ts';

/** The values of a form as a template gets them; texts may still hold `{{name}}` of a variable. */
export function readForm(parameters: readonly ContainerParameter[] = []): Record<string, unknown> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.key, readValue(parameter)]));
}

function readValue({ type, value = '', list = [], map = [] }: ContainerParameter): unknown {
  switch (type) {
    case 'BOOLEAN':
      return value === 'true';
    case 'LIST':
      return list.map(readValue);
    case 'MAP':
      return readForm(map);
    default:
      return value;
  }
}

/** The text of one parameter; '' where there is none. */
export function readText(parameters: readonly ContainerParameter[], key: string): string {
  return parameters.find((parameter) => parameter.key === key)?.value ?? '';
}
