'use strict';
// The time that is left of a pause moves; whoever listens hears the start and the end alone.
{
  const left = document.querySelector('[data-left]');
  const end = performance.now() + Number(left?.dataset.left) * 1000;
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    left.textContent = seconds > 5400 ? `${Math.round(seconds / 3600)} hours` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (seconds > 0) return;
    clearInterval(timer);
    left.hidden = true;
    document.querySelector('.pause [role=status]').textContent = 'The pause is over.';
  };
  const timer = left && setInterval(tick, 1000);
  if (left) {
    left.hidden = false;
    tick();
  }
}
// The time zone of this device, where none was chosen yet.
for (const zone of document.querySelectorAll('[data-zone]'))
  if (zone.value === '') {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    zone.value = here;
    if (zone.value !== here) zone.value = '';
  }
// A file that is too large is said to be before it is sent.
document.querySelector('[data-most]')?.addEventListener('change', ({ target }) => {
  const large = target.files[0]?.size > Number(target.dataset.most);
  target.setCustomValidity(large ? 'This file is larger than a file can be.' : '');
  target.reportValidity();
});
