import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ariaLocales } from "./build/aria-locales.ts";
import { fontLicence } from "./build/font-licence.ts";
import { linguiMacros } from "./build/lingui-macros.ts";
import { precompress } from "./build/precompress.ts";

const server = process.env.SAYDO_API_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [
    linguiMacros(),
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
  },
  html: { cspNonce: "__CSP_NONCE__" },
  server: {
    port: 3000,
    proxy: { "/v1": { target: server }, "/docs": server, "/openapi.json": server },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
