package dev.ssot.rules.model;

import java.nio.charset.StandardCharsets;

/** A file that is on no disk, in UTF-8; two with one text are equal. */
public record TextFile(String text) implements StoredFile {

  @Override
  public String id() {
    return text;
  }

  @Override
  public long size() {
    return read().length;
  }

  @Override
  public byte[] read() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
