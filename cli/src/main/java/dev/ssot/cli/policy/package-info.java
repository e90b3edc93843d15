/** The policy file {@code ssot.yaml}: from bytes to a policy, or to everything that is wrong. */
@NullMarked
package dev.ssot.cli.policy;

import org.jspecify.annotations.NullMarked;
