// One tab of a browser listens to the server for all of them.

/** Messages that tabs pass to each other. */
export type TabMessage = { kind: "rev"; rev: number } | { kind: "reset" };

export interface TabChannel {
  send: (message: TabMessage) => void;
  close: () => void;
}

export function openTabChannel(receive: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === "undefined") return { send: () => {}, close: () => {} };
  const channel = new BroadcastChannel("saydo");
  channel.onmessage = (event: MessageEvent<TabMessage>) => receive(event.data);
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** Runs `lead` once this tab is the leader; calls what it answers when leading ends. Without locks every tab leads. */
export function whenLeader(lead: () => () => void): () => void {
  const leaving = new AbortController();
  if (!navigator.locks) {
    const stop = lead();
    return stop;
  }
  navigator.locks
    .request("saydo-feed", { signal: leaving.signal }, async () => {
      const stop = lead();
      leadership.set(true);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      stop();
    })
    .catch(() => {});
  let release = () => {};
  return () => {
    leaving.abort();
    release();
  };
}

/** Whether this tab speaks for the browser, which matters for browser notifications. */
export const leadership = (() => {
  let leads = false;
  return {
    set: (value: boolean) => {
      leads = value;
    },
    get: () => leads || !navigator.locks,
  };
})();
