/**
 * Six older APIs of message routers as shims of {@link dev.ssot.router.MessageRouter}, each with an
 * owner and an end date (told by {@code Shim}).
 *
 * <p>They decide nothing and keep nothing that grows: what they are given when a program starts is
 * sealed when the router is built, and everything else is asked of the router. A user is always
 * that of the connection; a user id in a call is compared and never believed.
 */
@NullMarked
package dev.ssot.router.legacy;

import org.jspecify.annotations.NullMarked;
