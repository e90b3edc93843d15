package dev.ssot.rules.model;

/**
 * A call site that does not bind to another type than the one that it is written for.
 *
 * @param caller qualified name of the type that contains it
 * @param member what it binds to now, such as {@code route(String, Message): boolean}
 * @param words why it would not bind, such as {@code `MessageRouter` has no `route`}
 */
public record BrokenCall(
    Location location, String caller, String member, Breach breach, String words) {}
