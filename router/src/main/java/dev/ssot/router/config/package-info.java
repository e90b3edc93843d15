/** The configuration file of the standalone server, read strictly. */
@NullMarked
package dev.ssot.router.config;

import org.jspecify.annotations.NullMarked;
