export { buildContainer } from './build-container.ts';
export type { ContainerPlan, FieldValue } from './container-plan.ts';
export { settingsSchema } from './settings-schema.ts';
