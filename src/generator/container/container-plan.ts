import type { ContainerCondition, ContainerTrigger } from '../../tpl/container/index.ts';
import type { Template } from '../../tpl/index.ts';

/** The value of one field of a form. A table is a list of rows. */
export type FieldValue = string | number | boolean | Record<string, string>[];

/**
 * A container as its author thinks of it: entries name each other, and ids do not exist. A tag,
 * variable or client that uses a template gives only the fields that differ from their defaults.
 */
export interface ContainerPlan {
  /** What Google Tag Manager shows for the container. */
  name: string;
  publicId: string;
  usage: 'WEB' | 'SERVER';
  /** The folder that everything lies in. */
  folder: string;
  templates: Template[];
  builtIns?: { type: string; name: string }[];
  triggers?: TriggerPlan[];
  variables?: VariablePlan[];
  tags?: TagPlan[];
  clients?: ClientPlan[];
}

/** A trigger; beside type and conditions it takes what Google has for its type. */
export interface TriggerPlan extends Pick<
  ContainerTrigger,
  'eventName' | 'interval' | 'limit' | 'uniqueTriggerId'
> {
  name: string;
  type: string;
  filter?: ContainerCondition[];
  autoEventFilter?: ContainerCondition[];
  customEventFilter?: ContainerCondition[];
}

interface FormPlan {
  name: string;
  /** The display name of one of the templates. */
  template: string;
  fields: Record<string, FieldValue>;
  notes?: string;
}

/** A variable of a template of ours, or of one of Google's own types. */
export type VariablePlan =
  FormPlan | { name: string; type: string; fields: Record<string, FieldValue>; notes?: string };

export interface TagPlan extends FormPlan {
  /** Names of triggers. */
  firesOn: string[];
}

export interface ClientPlan extends FormPlan {
  /** The highest is asked first. */
  priority: number;
}
