export { diagnose } from './diagnose.ts';
export { gatherFacts } from './facts/gather-facts.ts';
export type { Patient } from './facts/gather-facts.ts';
export { lookupWith } from './facts/way.ts';
export { printDiagnosis } from './print-diagnosis.ts';
export { readRecording } from './recording/read-recording.ts';
export type { Diagnosis, Facts, Finding, Level } from './types.ts';
