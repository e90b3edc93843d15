package dev.ssot.rules.model;

/** A text in the policy with the place where it stands, so that an unmatched one can be shown. */
public record PolicyText(String value, PolicyLine line) {}
