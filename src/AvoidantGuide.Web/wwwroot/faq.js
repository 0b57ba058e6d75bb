'use strict';
// A link to a place that is folded away unfolds it, also where the browser does not do so by itself.
{
  const unfold = () => {
    const place = document.getElementById(location.hash.slice(1));
    const folded = place?.closest('details:not([open])');
    if (!folded || place.closest('summary')) return;
    folded.open = true;
    place.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
}
