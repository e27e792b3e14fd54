// Where the app begins.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { loadCatalogue } from "./lib/i18n/i18n";
import { followTheme } from "./lib/prefs/theme";
import "./app/styles.css";

loadCatalogue();
followTheme();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
