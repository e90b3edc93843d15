/** Git repositories: commits, the index and the working tree, read and never written. */
@NullMarked
package dev.ssot.cli.git;

import org.jspecify.annotations.NullMarked;
