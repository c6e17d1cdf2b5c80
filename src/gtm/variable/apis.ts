export const copyFromWindow = require('copyFromWindow');
export const getCookieValues = require('getCookieValues');
export const getType = require('getType');
export const isConsentGranted = require('isConsentGranted');
export const makeString = require('makeString');
export const queryPermission = require('queryPermission');
