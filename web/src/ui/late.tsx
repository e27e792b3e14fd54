// Parts that are loaded after the first paint: at once when they are needed, else when the browser rests.

import { t } from "@lingui/core/macro";
import {
  type ComponentType,
  createElement,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from "react";
import { holdKeys } from "@/lib/actions/held-keys";
import { showToast } from "@/lib/toasts/toasts";

interface Source<Props> {
  part: ComponentType<Props> | null;
  load: () => Promise<void>;
}

type Load<Props> = () => Promise<ComponentType<Props>>;

const sources = new Set<() => Promise<void>>();

function sourceOf<Props>(load: Load<Props>): Source<Props> {
  let coming: Promise<void> | null = null;
  const source: Source<Props> = {
    part: null,
    load: () => {
      coming ??= load().then(
        (part) => {
          source.part = part;
        },
        (error) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
  };
  sources.add(source.load);
  return source;
}

/** What people do before they open something. */
const signs = ["pointermove", "pointerdown", "keydown"] as const;
const restMs = 1_000;

/**
 * Loads the parts below that are not there yet, so that they open at once, and without a connection: at
 * the first sign of a hand, else a second later, once the browser rests. Answers with what calls it off.
 */
export function loadLatePartsSoon(): () => void {
  const load = () => {
    stop();
    for (const source of sources) source().catch(() => {});
  };
  // Where the browser does not say when it rests, the second must do.
  const rest = () => ("requestIdleCallback" in window ? requestIdleCallback(load) : load());
  const timer = setTimeout(rest, restMs);
  const stop = () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, load);
  };
  for (const sign of signs) window.addEventListener(sign, load, { passive: true });
  return stop;
}

// Not `lazy`: React keeps a fallback for at least 300 ms, also when the part is there after 10.
function usePart<Props>(source: Source<Props>, onFailure: () => void): ComponentType<Props> | null {
  const [part, setPart] = useState(() => source.part);
  const fail = useEffectEvent(onFailure);
  useLayoutEffect(() => {
    let isWanted = true;
    source.load().then(
      () => isWanted && setPart(() => source.part),
      () => isWanted && fail(),
    );
    return () => {
      isWanted = false;
    };
  }, [source]);
  return part;
}

/** Without a connection a part comes later; after an upgrade, only a page that is loaded anew finds its parts. */
export function sayNotLoaded(): void {
  showToast({
    kind: "problem",
    words: t`This could not be loaded. Check the connection, or load the page again.`,
  });
}

/** A part that nobody waits for; when it cannot be loaded, it stays away. */
export function late<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const source = sourceOf(load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where a module begins.
  return function Late(props) {
    const part = usePart(source, () => {});
    return part && createElement(part, props);
  };
}

/** A part that takes the focus: keys pressed while it loads are held for it, a failure is said. */
export function lateOverlay<Props extends { onClose: () => void }>(
  load: Load<Props>,
): ComponentType<Props> {
  const source = sourceOf(load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where a module begins.
  return function LateOverlay(props) {
    const part = usePart(source, () => {
      sayNotLoaded();
      props.onClose();
    });
    const close = useEffectEvent(() => props.onClose());
    useLayoutEffect(() => (source.part ? undefined : holdKeys(() => close())), []);
    return part && createElement(part, props);
  };
}
