// Only for editors, in Development: a page that was made before the last save is loaded anew, unless something was typed on it.
{
  const seen = document.querySelector('.editor').dataset.version;
  let typed = false;
  let changes = null;
  addEventListener('input', () => { typed = true; });
  // A browser holds six connections to a site: only the tab in front keeps one.
  const listen = () => {
    changes?.close();
    if (document.hidden) return;
    changes = new EventSource('/preview/changes');
    changes.addEventListener('message', (event) => {
      if (event.data !== seen && !typed) location.reload();
    });
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}
