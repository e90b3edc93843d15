// Socket.IO: each message has a handler, which answers with events and an acknowledgement.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serve } from './console.js';

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });

const event = (message, i) => ({ i, n: message.n, text: message.text });

io.on('connection', (socket) => {
  socket.on('ask', (message, acknowledge) => {
    for (let i = 0; i < message.k; i++) {
      socket.emit('event', event(message, i));
    }
    acknowledge();
  });
  socket.on('announce', (message) => io.emit('event', event(message, 0)));
});
http.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => serve(http.address().port));
