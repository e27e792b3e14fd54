// Whether the window is as narrow as a phone.

import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 719px)");

function subscribe(listener: () => void): () => void {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}

export const useNarrow = () => useSyncExternalStore(subscribe, () => narrow.matches);
