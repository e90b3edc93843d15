package dev.ssot.cli.policy;

import java.util.Optional;

/** A policy file, wherever its bytes come from. */
public interface PolicySource {

  /** What messages call the file: its path relative to the base of the scan, with {@code /}. */
  String name();

  /** What tells the file from others, whatever path leads to it. */
  Object identity();

  /**
   * The text.
   *
   * @throws dev.ssot.cli.message.Rejection if it cannot be read
   */
  String text();

  /**
   * The file at a path relative to the folder of this one; nothing where there is none.
   *
   * @param path with {@code /}, perhaps beginning with {@code ../}
   */
  Optional<PolicySource> beside(String path);
}
