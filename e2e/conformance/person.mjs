// A person with a browser, and the program that a judge of authorization says it is.
import { createServer } from "node:net";

/** Registers a program that is answered on a port of this machine; its id and the port. */
export async function register(server) {
  const port = await freePort();
  const answer = await fetch(`${server.url}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ redirect_uris: [`http://127.0.0.1:${port}/callback`] }),
  });
  const { client_id } = await answer.json();
  return { client: client_id, port };
}

/** Signs in by the printed link; what it returns opens a consent page and says yes. */
export async function personAt(server) {
  const signedIn = await fetch(server.link, { redirect: "manual" });
  const cookie = signedIn.headers.get("set-cookie").split(";")[0];
  return async (question) => {
    const page = await (await fetch(question, { headers: { cookie } })).text();
    const field = (name) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(page)[1].replaceAll("&amp;", "&");
    const body = new URLSearchParams({
      request: field("request"),
      seal: field("seal"),
      scope: "tasks:write",
      decision: "allow",
    });
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    const decided = await fetch(`${server.url}/oauth/authorize`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
    });
    await fetch(decided.headers.get("location"));
  };
}

function freePort() {
  return new Promise((resolve) => {
    const listener = createServer();
    listener.listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}
