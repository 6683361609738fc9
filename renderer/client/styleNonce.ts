// The nonce with which this page may add style elements at run time; the content security policy refuses all others.

/** For the component library's `getStyleNonce`; empty where the page was served without a policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
