/** The program {@code ssot router}: commands around the server. */
@NullMarked
package dev.ssot.router.program;

import org.jspecify.annotations.NullMarked;
