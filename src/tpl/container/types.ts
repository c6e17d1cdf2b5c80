/** What Admin → Export Container writes, and Import Container reads. Only what we use is named. */
export interface ContainerExport {
  exportFormatVersion: 2;
  /** Such as `2025-11-17 19:56:08`. */
  exportTime: string;
  containerVersion: ContainerVersion;
}

/** A list that would be empty is absent. All ids are texts. */
export interface ContainerVersion extends Owned {
  path: string;
  containerVersionId: string;
  name?: string;
  description?: string;
  container: ContainerFacts;
  tag?: ContainerTag[];
  trigger?: ContainerTrigger[];
  variable?: ContainerVariable[];
  folder?: ContainerFolder[];
  builtInVariable?: BuiltInVariable[];
  fingerprint?: string;
  tagManagerUrl?: string;
  customTemplate?: ContainerTemplate[];
  client?: ContainerClient[];
}

interface Owned {
  accountId: string;
  containerId: string;
}

export interface ContainerFacts extends Owned {
  path?: string;
  name: string;
  publicId: string;
  usageContext: string[];
  fingerprint?: string;
  tagManagerUrl?: string;
}

/** A value of a form. A checkbox holds the text `true` or `false`; an empty text field has no value. */
export interface ContainerParameter {
  type: string;
  key?: string;
  value?: string;
  list?: ContainerParameter[];
  map?: ContainerParameter[];
}

interface Entity extends Owned {
  name: string;
  fingerprint?: string;
  parentFolderId?: string;
  notes?: string;
}

export interface ContainerTag extends Entity {
  tagId: string;
  /** `cvt_<containerId>_<templateId>`, or the name of one of Google's own. */
  type: string;
  parameter?: ContainerParameter[];
  firingTriggerId?: string[];
  blockingTriggerId?: string[];
  tagFiringOption?: string;
  priority?: ContainerParameter;
  consentSettings?: { consentStatus: string; consentType?: ContainerParameter };
  monitoringMetadata?: ContainerParameter;
  setupTag?: { tagName: string }[];
  teardownTag?: { tagName: string }[];
  paused?: boolean;
}

/** A condition: `EQUALS`, `CONTAINS` … with the parameters arg0, arg1 and perhaps negate. */
export interface ContainerCondition {
  type: string;
  parameter: ContainerParameter[];
}

export interface ContainerTrigger extends Entity {
  triggerId: string;
  type: string;
  filter?: ContainerCondition[];
  autoEventFilter?: ContainerCondition[];
  customEventFilter?: ContainerCondition[];
  /** Of a timer: the name of its event, milliseconds, and how often. */
  eventName?: ContainerParameter;
  interval?: ContainerParameter;
  limit?: ContainerParameter;
  uniqueTriggerId?: ContainerParameter;
}

export interface ContainerVariable extends Entity {
  variableId: string;
  type: string;
  parameter?: ContainerParameter[];
  formatValue?: object;
}

export interface ContainerClient extends Entity {
  clientId: string;
  type: string;
  parameter?: ContainerParameter[];
  priority?: number;
}

export interface ContainerFolder extends Entity {
  folderId: string;
}

export interface BuiltInVariable extends Owned {
  type: string;
  name: string;
}

export interface ContainerTemplate extends Entity {
  templateId: string;
  /** The text of a `.tpl`, without byte order mark. */
  templateData: string;
  galleryReference?: { galleryTemplateId?: string };
}
