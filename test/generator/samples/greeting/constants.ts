/** The local storage key of the visitor's name. */
export const NAME_KEY = 'visitor_name';
