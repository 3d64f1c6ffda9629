/* Preview of an import: boxes of an area at once, and how many are ticked. All of it works without. */
(() => {
  const form = document.querySelector('form[data-import]');
  if (form === null) return;
  const boxes = (place) => [...place.querySelectorAll('input[type=checkbox]')];
  const counter = form.querySelector('[data-import-count]');
  const count = () => {
    if (counter === null) return;
    const ticked = boxes(form).filter((box) => box.checked).length;
    counter.textContent = `${ticked} dari ${boxes(form).length} dicentang`;
  };
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
    if (button === null) return;
    event.preventDefault();
    for (const box of boxes(button.closest('section'))) box.checked = button.dataset.mark === 'all';
    count();
  });
  form.addEventListener('change', count);
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('.import-bar button')) button.disabled = true;
  });
  count();
})();
