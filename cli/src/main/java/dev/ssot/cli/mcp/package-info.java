/** The server of the Model Context Protocol: what an agent may ask of a project. */
@NullMarked
package dev.ssot.cli.mcp;

import org.jspecify.annotations.NullMarked;
