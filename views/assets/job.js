// Keeps the state of a job up to date; without it the link "Perbarui keadaan" does.
(() => {
  const EVERY = 2000;
  setTimeout(refresh, EVERY);

  async function refresh() {
    const section = document.querySelector('#keadaan[data-refresh]');
    if (section === null) return;
    try {
      const response = await fetch(section.dataset.refresh, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.querySelector('#keadaan');
      // Somewhere else (the session ended): the link of the page leads there.
      if (!response.ok || fresh === null) return;
      if (fresh.dataset.refresh === undefined) section.replaceWith(document.adoptNode(fresh));
      else update(section, fresh);
    } catch {
      // The line is gone for a moment; the next turn tries again.
    }
    setTimeout(refresh, EVERY);
  }

  /** Only what says how far it is, so that the focus stays where it is. */
  function update(section, fresh) {
    for (const selector of ['h2', '[role="status"]']) {
      const [shown, next] = [section.querySelector(selector), fresh.querySelector(selector)];
      if (shown.textContent !== next.textContent) shown.replaceChildren(...next.childNodes);
    }
    section.querySelector('progress').value = fresh.querySelector('progress').value;
  }
})();
