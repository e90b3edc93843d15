/** The command line: the policy file, the terminal, exit statuses. */
@NullMarked
package dev.ssot.cli;

import org.jspecify.annotations.NullMarked;
