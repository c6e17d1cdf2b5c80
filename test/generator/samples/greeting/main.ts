/* eslint-disable */
// @ts-nocheck
import { logToConsole } from './apis.ts';
import { readVisitor } from './read-visitor.ts';
import { greet } from './write-greeting.ts';

// Greets who is known, and ends.
const visitor = readVisitor();
if (visitor !== undefined) greet(visitor, data.greeting);
else logToConsole('nobody is known');
data.gtmOnSuccess();
