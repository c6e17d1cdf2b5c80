/** A request, as far as it can be believed. */
export interface Incoming {
  request: Request;
  /** Whether X-Forwarded-Proto and X-Forwarded-Host are believed. */
  isFromTrustedProxy: boolean;
  /** The request line's target as it was sent, where the platform tells it: an address or a path. */
  target?: string;
  /** Length of the address and of all headers, where the platform counts them. */
  headBytes?: number;
}
