import { readForm } from './read-form.ts';
import { readPart } from './read-part.ts';

/*
 * The variable's story: read which part is asked for; take it from what the tag shares on this page;
 * where no tag has run, take it from the cookies, if consent permits to read them.
 *
 * A variable that throws becomes `false` without a word, and there is no `try`: every value is looked
 * at before it is used, and nothing is asked for that the permissions do not cover.
 */
export const value = readPart(readForm(data));
