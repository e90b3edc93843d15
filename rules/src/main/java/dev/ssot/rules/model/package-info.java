/**
 * The model of a scan: what was asked (the policy), what was found, how much was seen.
 *
 * <p>Everything here is an immutable value without knowledge of how code is read. Reporters see
 * this package and nothing else of the module.
 */
@NullMarked
package dev.ssot.rules.model;

import org.jspecify.annotations.NullMarked;
