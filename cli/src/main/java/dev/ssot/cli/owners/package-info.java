/** Who owns which file: the project's {@code CODEOWNERS}, as GitHub and GitLab read it. */
@NullMarked
package dev.ssot.cli.owners;

import org.jspecify.annotations.NullMarked;
