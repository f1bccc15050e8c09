/** After so long without a touch nobody is taken to look on, and the session may end as it would without this page. */
const ATTENTION_MS = 10 * 60_000;

let touchedAt = Date.now();
for (const type of ['pointermove', 'keydown', 'touchstart', 'wheel']) {
  addEventListener(type, () => (touchedAt = Date.now()), { passive: true });
}

export function isAttended(): boolean {
  return document.visibilityState === 'visible' && Date.now() - touchedAt < ATTENTION_MS;
}
