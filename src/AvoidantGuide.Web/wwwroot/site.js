'use strict';
// Leaves at once, on the link or on Shift three times. Asks before another way out of words that are not kept. Sends a form once.
{
  let presses = [];
  let sent = null;
  let unkept = document.querySelector('[data-writing=unkept]') !== null;
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
  addEventListener('input', (event) => { unkept ||= !!event.target.closest('[data-writing]'); });
  addEventListener('submit', (event) => {
    if (sent && sent === event.submitter) event.preventDefault();
    sent = event.submitter;
    setTimeout(() => { sent = null; }, 1000);
    unkept = false;
  });
  addEventListener('beforeunload', (event) => { if (unkept) event.preventDefault(); });
}
