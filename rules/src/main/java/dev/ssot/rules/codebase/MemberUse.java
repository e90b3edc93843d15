package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;

/**
 * A use of a member that a policy watches.
 *
 * @param scope the type of the receiver as written where the file shows it, or the empty string
 * @param member simple name
 * @param bare whether it is used without a receiver, as a statically imported one is
 * @param inType qualified name of the top-level type that contains the use
 */
public record MemberUse(String scope, String member, boolean bare, Region region, String inType) {}
