// Puts the chosen colours and density on the document.

import { prefs } from "./prefs";

function apply(): void {
  const { theme, density } = prefs.get();
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = density;
}

export function followTheme(): void {
  apply();
  prefs.subscribe(apply);
}
