/** What an application gives to the standalone server. */
@NullMarked
package dev.ssot.router.application;

import org.jspecify.annotations.NullMarked;
