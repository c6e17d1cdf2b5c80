/** Where this project does something else than a tracker on purpose, and what shows it. */
export interface Difference {
  theirs: string;
  ours: string;
  because: string;
  /** Name of the conformance row or of the template's scenario that shows it. */
  shownBy: string;
}

const d8aDifferences: Difference[] = [
  {
    theirs: 'On a grant a new client ID is made; the one in memory is lost.',
    ours: 'The ID in memory is stored.',
    because: 'The page that asked for consent would otherwise count as another visitor.',
    shownBy:
      'a grant on the same page promotes the identity in memory, under the same ID, counted once',
  },
  {
    theirs: 'Cookies are read once a page; later changes are overwritten.',
    ours: 'Cookies are read at every hit.',
    because: 'Two tabs would otherwise fork a session, and an idle one would revive it.',
    shownBy: 'A session that another tab has gone on with is seen at the next hit',
  },
  {
    theirs: 'The client cookie is written again at every event.',
    ours: 'Not while the endpoint keeps it.',
    because: 'A script’s write shortens a cookie to seven days in WebKit.',
    shownBy: 'once the endpoint keeps the client cookie, script does not write it again',
  },
  {
    theirs: 'A cookie of another version counts as invalid and is replaced.',
    ours: 'It is left alone.',
    because: 'It is the identity of a newer tracker on the same site.',
    shownBy: 'A client cookie of another version is left alone',
  },
  {
    theirs: 'Of several cookies with one name the last in the page’s list is read.',
    ours: 'The one on the widest domain counts, then the older; the others are removed.',
    because: 'A browser moves a cookie to the end of its list when its value changes.',
    shownBy: 'of two client cookies the one on the widest domain wins',
  },
  {
    theirs: 'A cookie that is there with the same value counts as accepted, also on co.uk.',
    ours: 'A probe with a new value finds the domain.',
    because: 'The client cookie’s lifetime would never start anew on such sites.',
    shownBy: 'The cookie domain is the widest that the browser accepts',
  },
  {
    theirs: 'A configured domain that the browser refuses stores nothing.',
    ours: 'A domain that it accepts is used, with a reason code.',
    because: 'Every page view would otherwise be a new visitor.',
    shownBy: 'A configured cookie domain that the browser refuses gives way to one that it accepts',
  },
  {
    theirs: 'cookie_update false also freezes the session’s own tokens.',
    ours: 'It leaves only the client cookie as it is.',
    because: 'A visitor would otherwise get a new session half an hour after it began.',
    shownBy: 'cookieUpdate off leaves the client cookie as it is',
  },
  {
    theirs: 'A lifetime of 0 deletes the cookies at once.',
    ours: 'They end with the browser session.',
    because: 'That is what 0 means for gtag’s cookies.',
    shownBy:
      'A cookie prefix stands before the names, and a lifetime of 0 ends with the browser session',
  },
  {
    theirs: 'Changed cookie settings are not applied to what is stored.',
    ours: 'They are, at the next hit.',
    because: 'The documentation promises it.',
    shownBy: 'changed cookie settings rewrite what is stored',
  },
  {
    theirs: 'An engagement time of 0 never engages.',
    ours: 'It engages at once.',
    because: 'The tag’s trigger then decides alone.',
    shownBy: 'an engagement time of 0 counts at once',
  },
  {
    theirs: 'A tab that was idle past the timeout opens a session that is already engaged.',
    ours: 'A session that is over cannot become engaged.',
    because: 'An idle tab must not revive a session.',
    shownBy: 'engage on an idle page does not revive a session that is over',
  },
  {
    theirs: 'Any consent command of gtag hides all of d8a’s own.',
    ours: 'Only for the type that gtag has spoken about.',
    because: 'A refusal would otherwise be ignored.',
    shownBy: 'gtag’s word on another type does not hide d8a’s on this one',
  },
  {
    theirs: 'A default for one region applies to everyone.',
    ours: 'Google’s word decides whether it applies here.',
    because: 'Google knows where the visitor is.',
    shownBy: 'a default that denies for another region leaves the type unset here',
  },
  {
    theirs: 'wait_for_update does nothing.',
    ours: 'The first decision can wait for the update.',
    because: 'A consent tool restores a choice a moment after the default.',
    shownBy: 'The first decision waits for the consent update',
  },
  {
    theirs: 'Withdrawn consent leaves the cookies where they are.',
    ours: 'Everything is erased, at the endpoint too.',
    because: 'That is what withdrawing means to a visitor.',
    shownBy:
      'withdrawal erases every name that is there, at the endpoint too, and starts a new identity',
  },
  {
    theirs: 'Without cookies each event is a session of its own.',
    ours: 'The page keeps one identity in memory.',
    because: 'One page view would otherwise count as many visitors.',
    shownBy: 'blocked cookies leave the identity in memory',
  },
  {
    theirs: 'On a host that ends in a dot, domains with the dot are tried.',
    ours: 'Domains are tried without it.',
    because: 'No browser accepts them, and this host alone is left.',
    shownBy: 'a host that ends in a dot',
  },
];

const snowplowDifferences: Difference[] = [
  {
    theirs: 'Of two id cookies the first is read for ever, and every event is the session’s first.',
    ours: 'The one on the widest domain goes on, and the others are removed.',
    because: 'A visitor would keep an old id, and sessions would not count.',
    shownBy: 'Snowplow: of two id cookies the one on the widest domain goes on',
  },
  {
    theirs: 'Any text in the id cookie is read, and its beginning is the user’s id.',
    ours: 'A text with fewer than five fields is replaced.',
    because: 'All visitors with the same damage would be one.',
    shownBy: 'Snowplow: a text that no tracker writes is replaced',
  },
  {
    theirs: 'In anonymous mode existing cookies are read, and their user id is shown.',
    ours: 'It is not shown.',
    because: 'Anonymous mode means that nobody learns the id.',
    shownBy: 'Snowplow’s anonymous mode writes nothing, erases nothing, and shows no ID',
  },
  {
    theirs: 'With session tracking on, the user’s id leaves the cookie at the next event.',
    ours: 'It leaves it at once.',
    because: 'The next event may never come.',
    shownBy: 'Snowplow’s anonymous sessions have no user and no previous session',
  },
  {
    theirs: 'An opted-out visitor gets cookies, which the first event removes.',
    ours: 'No cookie is written, and those that are there go at once.',
    because: 'The visitor has said no before.',
    shownBy: 'any text in Snowplow’s opt-out cookie removes its cookies',
  },
  {
    theirs: 'The first event of a session leaves its id in the cookie.',
    ours: 'That field stays empty where this tag counts.',
    because: 'An id of ours would point at an event that nobody has.',
    shownBy: 'Snowplow: a new visitor gets both cookies, with the tracker’s lifetimes',
  },
  {
    theirs: 'Withdrawn consent and anonymous mode leave the cookies where they are.',
    ours: 'A withdrawal erases them on every domain of the host.',
    because: 'That is what withdrawing means to a visitor.',
    shownBy: 'Snowplow: withdrawal erases both cookies',
  },
  {
    theirs: 'With state storage none no user id is known, and the session is.',
    ours: 'User and session are the same for the whole page.',
    because: 'A session without a visitor is nobody’s.',
    shownBy: 'Snowplow with state storage none is kept in memory',
  },
  {
    theirs: 'In local storage a lifetime of 0 is over at once.',
    ours: 'The value lives as long as a session.',
    because: 'Local storage has no browser session.',
    shownBy: 'Snowplow in local storage: a lifetime of 0 is that of a session',
  },
];

const treasureDataDifferences: Difference[] = [
  {
    theirs: 'A visitor without a choice is anonymous.',
    ours: 'Signed mode, once consent permits; the field says otherwise.',
    because: 'Consent has been asked for before.',
    shownBy:
      'Treasure Data: a new visitor in signed mode gets a client ID, with the SDK’s attributes',
  },
  {
    theirs: 'Of two cookies of one name the first or the last is read, as they lie.',
    ours: 'The one on the widest domain counts; of two choices of mode, the refusal.',
    because: 'A visitor’s no must not hang on the order of cookies.',
    shownBy: 'Treasure Data: of two stored choices the refusal counts',
  },
  {
    theirs: 'In anonymous mode td_ssc_id and the id in memory stay.',
    ours: 'No client ID and no global ID is shown.',
    because: 'Anonymous mode means that nobody learns the id.',
    shownBy: 'Treasure Data: anonymous mode keeps nothing, and shows no ID that is stored',
  },
  {
    theirs: 'Removal leaves the server’s cookie below the root path, and _td_domain_*.',
    ours: 'Both go, on every domain, at the path / where they lie.',
    because: 'A withdrawal has to be complete.',
    shownBy: 'Treasure Data: withdrawal erases ids, permissions and the SDK’s probes',
  },
  {
    theirs: 'Each construction in signed mode removes the cookie on all domains and writes it.',
    ours: 'Once the endpoint keeps it, script does not.',
    because: 'A script’s write shortens a cookie to seven days in WebKit.',
    shownBy: 'Treasure Data: once the endpoint keeps the client ID, script does not write it again',
  },
];

/** All of them. */
export const differences = [
  ...d8aDifferences.map((row) => ({ tracker: 'd8a', ...row })),
  ...snowplowDifferences.map((row) => ({ tracker: 'Snowplow', ...row })),
  ...treasureDataDifferences.map((row) => ({ tracker: 'Treasure Data', ...row })),
];
