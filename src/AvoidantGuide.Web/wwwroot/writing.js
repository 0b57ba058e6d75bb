'use strict';
// Asks before a way out of words that are not kept, except for whoever leaves at once. Sends a form once.
{
  let sent = null;
  let unkept = document.querySelector('[data-writing=unkept]') !== null;
  addEventListener('input', (event) => { unkept ||= !!event.target.closest('[data-writing]'); });
  addEventListener('submit', (event) => {
    if (sent && sent === event.submitter) event.preventDefault();
    sent = event.submitter;
    setTimeout(() => { sent = null; }, 1000);
    unkept = false;
  });
  addEventListener('beforeunload', (event) => {
    if (unkept && !document.documentElement.classList.contains('left')) event.preventDefault();
  });
}
