// Only for editors, in Development: a page that was made before the last save is loaded anew.
{
  const changes = new EventSource('/preview/changes');
  changes.addEventListener('message', (event) => {
    if (event.data !== document.querySelector('.editor').dataset.version) location.reload();
  });
}
