package dev.ssot.benchmarks.stability;

import java.nio.file.Path;

/**
 * A release of a library.
 *
 * @param folder its unpacked sources
 */
record Release(String artifact, String version, Path folder) {}
