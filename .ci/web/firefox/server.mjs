import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".jpg": "image/jpeg", ".js": "text/javascript",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2", ".xml": "text/xml",
};

/** Serves a folder's files over plain http to this machine alone, at a port of the system's choice. */
export async function serve(folder) {
  const server = createServer(async ({ url }, answer) => {
    const path = decodeURIComponent(new URL(url, "http://handbook").pathname);
    const name = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    try {
      if (!name.startsWith(folder + sep)) throw new Error("outside");
      const data = await readFile(name);
      answer.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(data);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    port: server.address().port,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
