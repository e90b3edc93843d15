/** What an operator sees of a server: figures, health, inspection and the log of the program. */
@NullMarked
package dev.ssot.router.operations;

import org.jspecify.annotations.NullMarked;
