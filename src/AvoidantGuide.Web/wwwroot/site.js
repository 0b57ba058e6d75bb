'use strict';
// Leaves at once, on the link or on Shift three times.
{
  let presses = [];
  // A page that Chromium keeps for Back is thrown away when it is spoken to, and what was typed there with it.
  const waiting = new BroadcastChannel('left');
  waiting.onmessage = () => {};
  const leave = () => {
    document.documentElement.classList.add('left');
    waiting.postMessage(0);
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
