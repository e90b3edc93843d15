/** Runs of an agent: the five critical events in an order that can't be written wrongly. */
@NullMarked
package dev.ssot.router.run;

import org.jspecify.annotations.NullMarked;
