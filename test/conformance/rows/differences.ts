/** Where this project does something else than d8a on purpose, and what shows it. */
export interface Difference {
  d8a: string;
  ours: string;
  because: string;
  /** Name of the conformance row or of the template's scenario that shows it. */
  shownBy: string;
}

export const differences: Difference[] = [
  {
    d8a: 'On a grant a new client ID is made; the one in memory is lost.',
    ours: 'The ID in memory is stored.',
    because: 'The page that asked for consent would otherwise count as another visitor.',
    shownBy:
      'a grant on the same page promotes the identity in memory, under the same ID, counted once',
  },
  {
    d8a: 'Cookies are read once a page; later changes are overwritten.',
    ours: 'Cookies are read at every hit.',
    because: 'Two tabs would otherwise fork a session, and an idle one would revive it.',
    shownBy: 'A session that another tab has gone on with is seen at the next hit',
  },
  {
    d8a: 'The client cookie is written again at every event.',
    ours: 'Not while the endpoint keeps it.',
    because: 'A script’s write shortens a cookie to seven days in WebKit.',
    shownBy: 'once the endpoint keeps the client cookie, script does not write it again',
  },
  {
    d8a: 'A cookie of another version counts as invalid and is replaced.',
    ours: 'It is left alone.',
    because: 'It is the identity of a newer tracker on the same site.',
    shownBy: 'A client cookie of another version is left alone',
  },
  {
    d8a: 'Of several cookies with one name the last in the page’s list is read.',
    ours: 'The one on the widest domain counts, then the older; the others are removed.',
    because: 'A browser moves a cookie to the end of its list when its value changes.',
    shownBy: 'of two client cookies the one on the widest domain wins',
  },
  {
    d8a: 'A cookie that is there with the same value counts as accepted, also on co.uk.',
    ours: 'A probe with a new value finds the domain.',
    because: 'The client cookie’s lifetime would never start anew on such sites.',
    shownBy: 'The cookie domain is the widest that the browser accepts',
  },
  {
    d8a: 'A configured domain that the browser refuses stores nothing.',
    ours: 'A domain that it accepts is used, with a reason code.',
    because: 'Every page view would otherwise be a new visitor.',
    shownBy: 'A configured cookie domain that the browser refuses gives way to one that it accepts',
  },
  {
    d8a: 'cookie_update false also freezes the session’s own tokens.',
    ours: 'It leaves only the client cookie as it is.',
    because: 'A visitor would otherwise get a new session half an hour after it began.',
    shownBy: 'cookieUpdate off leaves the client cookie as it is',
  },
  {
    d8a: 'A lifetime of 0 deletes the cookies at once.',
    ours: 'They end with the browser session.',
    because: 'That is what 0 means for gtag’s cookies.',
    shownBy:
      'A cookie prefix stands before the names, and a lifetime of 0 ends with the browser session',
  },
  {
    d8a: 'Changed cookie settings are not applied to what is stored.',
    ours: 'They are, at the next hit.',
    because: 'The documentation promises it.',
    shownBy: 'changed cookie settings rewrite what is stored',
  },
  {
    d8a: 'An engagement time of 0 never engages.',
    ours: 'It engages at once.',
    because: 'The tag’s trigger then decides alone.',
    shownBy: 'an engagement time of 0 counts at once',
  },
  {
    d8a: 'A tab that was idle past the timeout opens a session that is already engaged.',
    ours: 'A session that is over cannot become engaged.',
    because: 'An idle tab must not revive a session.',
    shownBy: 'engage on an idle page does not revive a session that is over',
  },
  {
    d8a: 'Any consent command of gtag hides all of d8a’s own.',
    ours: 'Only for the type that gtag has spoken about.',
    because: 'A refusal would otherwise be ignored.',
    shownBy: 'gtag’s word on another type does not hide d8a’s on this one',
  },
  {
    d8a: 'A default for one region applies to everyone.',
    ours: 'Google’s word decides whether it applies here.',
    because: 'Google knows where the visitor is.',
    shownBy: 'a default that denies for another region leaves the type unset here',
  },
  {
    d8a: 'wait_for_update does nothing.',
    ours: 'The first decision can wait for the update.',
    because: 'A consent tool restores a choice a moment after the default.',
    shownBy: 'The first decision waits for the consent update',
  },
  {
    d8a: 'Withdrawn consent leaves the cookies where they are.',
    ours: 'Everything is erased, at the endpoint too.',
    because: 'That is what withdrawing means to a visitor.',
    shownBy:
      'withdrawal erases every name that is there, at the endpoint too, and starts a new identity',
  },
  {
    d8a: 'Without cookies each event is a session of its own.',
    ours: 'The page keeps one identity in memory.',
    because: 'One page view would otherwise count as many visitors.',
    shownBy: 'blocked cookies leave the identity in memory',
  },
  {
    d8a: 'On a host that ends in a dot, domains with the dot are tried.',
    ours: 'Domains are tried without it.',
    because: 'No browser accepts them, and this host alone is left.',
    shownBy: 'a host that ends in a dot',
  },
];
