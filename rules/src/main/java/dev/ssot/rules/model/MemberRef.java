package dev.ssot.rules.model;

/**
 * A member of a type.
 *
 * @param signature as a reader would write it, such as {@code route(UserKey, Message): Reply}
 * @param region its declaration, body included
 */
public record MemberRef(String signature, Region region) {}
