'use strict';
// Covers the screen at once and goes, on the leave link or on Shift three times in a row.
// Asks before any other way out of a form with words in it that are kept nowhere yet.
{
  let presses = [];
  let unkept = false;
  const leave = () => {
    unkept = false;
    document.documentElement.classList.add('left');
    location.replace('/leave');
  };
  addEventListener('click', (event) => {
    if (!event.target.closest('[data-leave]')) return;
    event.preventDefault();
    leave();
  }, true);
  addEventListener('keydown', (event) => {
    if (event.repeat) return;
    presses = event.key === 'Shift' ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < 2000) leave();
  }, true);
  addEventListener('input', (event) => { if (event.target.closest('[data-writing]')) unkept = true; });
  addEventListener('submit', () => { unkept = false; });
  addEventListener('beforeunload', (event) => { if (unkept) event.preventDefault(); });
}
