'use strict';
// A marked word shows its definition instead of leading to it. Where there are no popovers it stays a link.
let opener = null;
for (const word of HTMLElement.prototype.showPopover ? document.querySelectorAll('[data-term]') : []) {
  const said = document.getElementById(`term_${word.dataset.term}`);
  if (!said) continue;
  const open = () => opener === word && said.matches(':popover-open');
  let pressed = false;
  word.role = 'button';
  word.ariaExpanded = 'false';
  word.setAttribute('aria-controls', said.id);
  // A press closes what is open before it becomes a click.
  word.addEventListener('pointerdown', () => { pressed = open(); });
  word.addEventListener('keydown', (event) => {
    pressed = false;
    if (event.key !== ' ') return;
    event.preventDefault();
    word.click();
  });
  word.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const close = pressed || open();
    pressed = false;
    if (said.matches(':popover-open')) said.hidePopover();
    if (close) return;
    // Focus goes back to where it was: not every browser gives it to a link that is clicked.
    word.focus({ preventScroll: true });
    opener = word;
    word.ariaExpanded = 'true';
    said.showPopover({ source: word });
    said.focus({ preventScroll: true });
    const hidden = word.getBoundingClientRect().bottom + 16 - said.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  });
  // On paper it stands with the others.
  addEventListener('beforeprint', () => { if (open()) said.hidePopover(); });
  said.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed') word.ariaExpanded = 'false';
  });
  said.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed' && opener === word && document.activeElement.matches('body, main')) word.focus({ preventScroll: true });
  });
  said.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !said.contains(relatedTarget) && said.matches(':popover-open')) said.hidePopover();
  });
}
