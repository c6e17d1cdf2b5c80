/** A request, as far as it can be believed. */
export interface Incoming {
  request: Request;
  /** Whether X-Forwarded-Proto and X-Forwarded-Host are believed. */
  isFromTrustedProxy: boolean;
  /** Length of the address and of all headers, where the platform counts them. */
  headBytes?: number;
}
