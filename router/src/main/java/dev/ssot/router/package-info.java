/** The canonical WebSocket message router. */
@NullMarked
package dev.ssot.router;

import org.jspecify.annotations.NullMarked;
