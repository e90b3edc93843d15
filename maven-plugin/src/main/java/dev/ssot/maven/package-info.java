/** The goals of the Maven plugin, and what they take from a build. */
@NullMarked
package dev.ssot.maven;

import org.jspecify.annotations.NullMarked;
