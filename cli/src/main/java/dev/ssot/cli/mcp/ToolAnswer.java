package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a tool answers.
 *
 * @param text for a person or a model that reads
 * @param structured the same for a program, by the schema of the tool
 */
record ToolAnswer(String text, ObjectNode structured) {}
