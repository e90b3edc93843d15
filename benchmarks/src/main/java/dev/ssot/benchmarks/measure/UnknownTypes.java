package dev.ssot.benchmarks.measure;

import java.util.List;

/** Labels name types that their codebase does not declare. */
public final class UnknownTypes extends RuntimeException {

  UnknownTypes(String codebase, List<String> types) {
    super(
        "The codebase `%s` declares no such type:\n  %s"
            .formatted(codebase, String.join("\n  ", types)));
  }
}
