/**
 * Random histories of a router, each decided by its seed, held against a model of what it promises.
 *
 * <p>The model ({@code Truth}, {@code Reader}, {@code Ledger}, {@code RunRules}) knows nothing of
 * how the router works and uses none of its code but the values that go in and out.
 */
@NullMarked
package dev.ssot.router.simulation;

import org.jspecify.annotations.NullMarked;
