package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Payload;

/** A tool by its name, and what it is called with. */
record ToolCall(String tool, Payload parameters) {}
