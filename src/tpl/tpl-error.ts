/** Where in a `.tpl` file something is wrong; line and column count from 1. */
export interface TplPlace {
  file: string;
  line: number;
  column: number;
  section: string;
}

/** A template that cannot be read or written. The message ends what `file (line:column)` begins. */
export class TplError extends Error {
  readonly place: TplPlace;

  constructor(place: TplPlace, message: string) {
    super(`${place.file} (${place.line}:${place.column}): ${place.section}: ${message}`);
    this.name = 'TplError';
    this.place = place;
  }
}
