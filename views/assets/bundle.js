// Shows how far the bundle has come. One too large for a page's memory is left to the browser, which
// shows the same from the length that the server states.
(() => {
  const MOST_IN_PAGE = 150 * 1000 * 1000;
  for (const link of document.querySelectorAll('[data-bundle]')) {
    const section = link.closest('section');
    const state = section.querySelector('[data-bundle-state]');
    const bar = section.querySelector('progress');
    link.addEventListener('click', (event) => {
      if (link.getAttribute('aria-disabled') === 'true') {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      if (Number(link.dataset.bundle) > MOST_IN_PAGE) {
        state.textContent = 'Berkas bukti sedang diperiksa. Unduhan mulai setelah itu.';
        return;
      }
      event.preventDefault();
      void download(link, state, bar);
    });
  }

  async function download(link, state, bar) {
    link.setAttribute('aria-disabled', 'true');
    bar.removeAttribute('value');
    bar.hidden = false;
    state.textContent = 'Memeriksa berkas bukti dan menyiapkan bundel…';
    try {
      const response = await fetch(link.href, { headers: { Accept: 'application/zip' } });
      const type = response.headers.get('content-type') || '';
      if (!response.ok || !type.includes('application/zip')) throw new Error(String(response.status));
      const total = Number(response.headers.get('content-length'));
      const parts = [];
      let received = 0;
      const reader = response.body.getReader();
      for (let step = await reader.read(); !step.done; step = await reader.read()) {
        parts.push(step.value);
        received += step.value.length;
        if (total > 0) bar.value = (received / total) * 100;
        state.textContent = `Diunduh ${megabytes(received)} dari ${megabytes(total)} MB`;
      }
      if (total > 0 && received !== total) throw new Error('cut off');
      save(new Blob(parts, { type: 'application/zip' }), link.getAttribute('download'));
      state.textContent = 'Bundel selesai diunduh.';
    } catch {
      state.textContent =
        'Bundel gagal diunduh. Periksa sambungan atau masuk lagi, lalu coba sekali lagi. Tidak ada data yang berubah.';
    } finally {
      bar.hidden = true;
      link.removeAttribute('aria-disabled');
    }
  }

  function megabytes(bytes) {
    return (bytes / 1e6).toFixed(1).replace('.', ',');
  }

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }
})();
