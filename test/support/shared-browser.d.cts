import type { Browser } from 'playwright-core';

export function borrowBrowser(): Promise<Browser>;
export function giveBackBrowser(): Promise<void>;
