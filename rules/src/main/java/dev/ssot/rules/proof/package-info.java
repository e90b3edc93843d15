/** Instances of findings, planted beside the real code to see whether a policy catches them. */
@NullMarked
package dev.ssot.rules.proof;

import org.jspecify.annotations.NullMarked;
