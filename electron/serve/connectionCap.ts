// Bounds the connections of a server. When there are too many, the one that has been idle longest makes room, so
// that a thousand silent connections do not keep a good client out.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export function capConnections(server: Server, most: number): void {
  const idle = new Set<Socket>();
  const busy = new Set<Socket>();

  server.on('connection', (socket) => {
    if (idle.size + busy.size >= most) {
      const oldest = idle.values().next().value ?? socket;
      idle.delete(oldest);
      oldest.destroy();
      if (oldest === socket) return;
    }
    idle.add(socket);
    socket.once('close', () => {
      idle.delete(socket);
      busy.delete(socket);
    });
  });
  server.on('request', ({ socket }, response) => {
    if (idle.delete(socket)) busy.add(socket);
    response.once('close', () => {
      if (busy.delete(socket) && !socket.destroyed) idle.add(socket);
    });
  });
}
