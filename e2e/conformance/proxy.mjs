// Carries requests to a server and adds a token: the judges of the protocol send none.
import http from "node:http";

export function startProxy(port, token) {
  const server = http.createServer((incoming, answer) => {
    const headers = { ...incoming.headers, authorization: `Bearer ${token}` };
    const options = {
      port,
      host: "127.0.0.1",
      path: incoming.url,
      method: incoming.method,
      headers,
    };
    const outgoing = http.request(options, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      answer.flushHeaders();
      reply.pipe(answer);
    });
    outgoing.on("error", () => answer.destroy());
    answer.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
