/* eslint-disable */
// @ts-nocheck
export const copyFromWindow = require('copyFromWindow');
export const localStorage = require('localStorage');
export const logToConsole = require('logToConsole');
export const setInWindow = require('setInWindow');
