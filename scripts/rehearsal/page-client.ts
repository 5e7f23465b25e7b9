// What runs in the browser on the page of a rehearsal: it draws the charts.

import { ChartGallery } from '../local-workspace/page/client/charts.ts';

const charts = document.getElementById('charts') as HTMLElement;
new ChartGallery(charts).show(JSON.parse(document.getElementById('chart-data')?.textContent ?? '[]'));
