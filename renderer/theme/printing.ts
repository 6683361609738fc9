// On paper everything is light, whatever the screen is; what stands folded stays folded. The system says when printing begins
// and ends.
const scheme = 'data-mantine-color-scheme';

export function preparePrinting(): void {
  const root = document.documentElement;
  let before: string | null = null;
  window.addEventListener('beforeprint', () => {
    before = root.getAttribute(scheme);
    root.setAttribute(scheme, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (before !== null) root.setAttribute(scheme, before);
  });
}
