// Tells that a worksheet is being made, and says so when it could not be.
(() => {
  for (const link of document.querySelectorAll('[data-export]')) {
    const state = link.closest('section').querySelector('[data-export-state]');
    link.addEventListener('click', async (event) => {
      if (link.getAttribute('aria-disabled') === 'true') {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      link.setAttribute('aria-disabled', 'true');
      state.textContent = 'Menyiapkan lembar kerja…';
      try {
        const response = await fetch(link.href, { headers: { Accept: 'application/octet-stream' } });
        const type = response.headers.get('content-type') || '';
        if (!response.ok || !type.includes('spreadsheetml')) throw new Error(String(response.status));
        save(await response.blob(), link.getAttribute('download'));
        state.textContent = 'Lembar kerja selesai diunduh.';
      } catch {
        state.textContent =
          'Lembar kerja gagal diunduh. Periksa sambungan atau masuk lagi, lalu coba sekali lagi. Tidak ada data yang berubah.';
      } finally {
        link.removeAttribute('aria-disabled');
      }
    });
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
