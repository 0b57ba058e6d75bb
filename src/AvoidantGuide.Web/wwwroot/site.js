'use strict';
// Covers the screen at once and goes, on the leave link or on Shift three times in a row.
{
  let presses = [];
  const leave = () => {
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
}
