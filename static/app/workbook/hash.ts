/*
 * The fragment of the address, which is never sent anywhere: `#copy=…` names the open copy.
 */

/** The copy that a fragment names, or the address. */
export const hashed = (fragment = location.hash): string | undefined => /^#copy=([0-9a-f]{16})$/.exec(fragment)?.[1];

/** Names a copy in the address and in the links to the same page in other languages; "" for none. */
export function nameCopy(id: string): void {
  const hash = id && `#copy=${id}`;
  if (location.hash !== hash && (hash || location.hash.startsWith("#copy="))) history.replaceState(null, "", hash || location.pathname + location.search);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) link.hash = hash;
}
