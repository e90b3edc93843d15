/** The values of declared roles: message types, constants and settings, and where code has them. */
@NullMarked
package dev.ssot.rules.values;

import org.jspecify.annotations.NullMarked;
