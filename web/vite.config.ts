import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ariaContexts } from "./build/aria-contexts.ts";
import { ariaLocales } from "./build/aria-locales.ts";
import { fontLicence } from "./build/font-licence.ts";
import { linguiMacros } from "./build/lingui-macros.ts";
import { precompress } from "./build/precompress.ts";

const server = process.env.SAYDO_API_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [
    linguiMacros(),
    ariaContexts(),
    ariaLocales(["en-US"]),
    react(),
    lingui(),
    tailwindcss(),
    fontLicence(),
    precompress(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Many small files of the first load compress worse than one, and no page needs only some of them.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
    // `npm run check:size` sets the limit, after compression.
    chunkSizeWarningLimit: 1_000,
  },
  html: { cspNonce: "__CSP_NONCE__" },
  server: {
    port: 3000,
    proxy: { "/v1": { target: server }, "/docs": server, "/openapi.json": server },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
