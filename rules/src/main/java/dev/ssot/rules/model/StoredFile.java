package dev.ssot.rules.model;

import java.io.IOException;

/** The content of a file, wherever it is kept. */
public interface StoredFile {

  /** What tells contents apart: where two are equal, so are the bytes. */
  String id();

  /** Number of bytes. */
  long size() throws IOException;

  /** All bytes. */
  byte[] read() throws IOException;
}
