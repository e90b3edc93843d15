/** The server of the Language Server Protocol: what an editor is told of a project. */
@NullMarked
package dev.ssot.cli.lsp;

import org.jspecify.annotations.NullMarked;
