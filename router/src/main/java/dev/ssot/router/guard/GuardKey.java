package dev.ssot.router.guard;

/** The handler of a message type for a tenant: the unit that may fail or be busy on its own. */
public record GuardKey(String type, String tenant) {}
