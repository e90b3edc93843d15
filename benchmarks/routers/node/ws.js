// ws: a socket library without routes, acknowledgements or streams; the application parses JSON.
import { WebSocketServer } from 'ws';
import { serve } from './console.js';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/ws', backlog: 4096 });

const event = (message, i) => JSON.stringify({ type: 'answer', i, n: message.n, text: message.text });

server.on('connection', (socket) => {
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'ask') {
      for (let i = 0; i < message.k; i++) {
        socket.send(event(message, i));
      }
    } else if (message.type === 'announce') {
      const text = event(message, 0);
      for (const client of server.clients) {
        client.send(text);
      }
    } else {
      socket.send('{"type":"welcome"}');
    }
  });
});
server.on('listening', () => serve(server.address().port));
