/** Who is behind a handshake: credentials, and what proves them. */
@NullMarked
package dev.ssot.router.auth;

import org.jspecify.annotations.NullMarked;
