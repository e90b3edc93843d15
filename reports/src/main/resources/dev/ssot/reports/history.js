'use strict';

// The theme. It is in the address, behind the hash, as in the compliance report: #theme=dark
(() => {
  const theme = document.getElementById('theme');

  const show = () => {
    if (location.hash && !location.hash.includes('=')) {
      return;
    }
    theme.value = new URLSearchParams(location.hash.slice(1)).get('theme') ?? '';
    document.documentElement.dataset.theme = theme.value;
  };

  theme.parentElement.hidden = false;
  theme.addEventListener('input', () => {
    history.replaceState(null, '', theme.value ? `#theme=${theme.value}` : location.pathname + location.search);
    show();
  });
  addEventListener('hashchange', show);
  show();
})();
