/**
 * The demonstration: a real server, a scripted agent, and a page that shows what happens when
 * connections, readers, agents and servers fail.
 *
 * <p>{@link dev.ssot.router.demo.Demo} is the way in.
 */
@NullMarked
package dev.ssot.router.demo;

import org.jspecify.annotations.NullMarked;
