// The pictures on the overview's cards.

import { html } from 'hono/html';

const icon = (shape: string) => {
  const drawing = html(Object.assign([shape], { raw: [shape] }) as TemplateStringsArray);
  return html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</svg>`;
};

export const FORM_ICON = icon(
  '<rect x="8" y="3" width="16" height="26" rx="3"/><path d="M12 10l1.5 1.5L16 9M19 10h2M12 17l1.5 1.5L16 16M19 17h2M13 25h6"/>',
);
export const DOCUMENT_ICON = icon(
  '<path d="M8 3h11l6 6v17a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z"/><path d="M19 3v6h6M10 15h10M10 19.5h10M10 24h6"/>',
);
export const TABLE_ICON = icon(
  '<rect x="3" y="6" width="26" height="20" rx="3"/><path d="M3 12.5h26M3 19h26M12 6v20"/>',
);
export const MAIL_ICON = icon(
  '<rect x="3" y="7" width="26" height="19" rx="3"/><path d="M4 9.5l12 9 12-9"/>',
);
export const RUN_ICON = icon('<circle cx="16" cy="16" r="13"/><path d="M13 10.5l8.5 5.5-8.5 5.5z"/>');
