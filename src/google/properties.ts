// The script properties: the few things that must be known before any register can be read.

const store = () => PropertiesService.getScriptProperties();

/** All properties in one call. */
export function readProperties(): Record<string, string> {
  return store().getProperties();
}

export function readProperty(name: string): string | null {
  return store().getProperty(name);
}

export function writeProperties(values: Record<string, string>): void {
  store().setProperties(values);
}

export function writeProperty(name: string, value: string): void {
  store().setProperty(name, value);
}

export function deleteProperty(name: string): void {
  store().deleteProperty(name);
}
