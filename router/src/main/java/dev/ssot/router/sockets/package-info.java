/** What whoever opens sockets has in common: the server, the client, and those beside them. */
@NullMarked
package dev.ssot.router.sockets;

import org.jspecify.annotations.NullMarked;
