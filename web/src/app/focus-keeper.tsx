// Keeps the focus in the page while the app is there.

import { useEffect } from "react";
import { keepFocus } from "@/lib/actions/keep-focus";

export function FocusKeeper() {
  useEffect(keepFocus, []);
  return null;
}
