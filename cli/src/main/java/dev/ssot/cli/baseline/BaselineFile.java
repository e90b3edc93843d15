package dev.ssot.cli.baseline;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form of a baseline: JSON Lines in UTF-8, one entry a line, sorted as texts.
 *
 * <p>There is no head, no total and no date, so that two changes of different findings never touch
 * the same line. Reading takes any order, and empty lines; writing sorts.
 */
public final class BaselineFile {

  private static final Pattern CONFLICT = Pattern.compile("(<<<<<<<|=======|>>>>>>>|\\|{7}).*");

  private BaselineFile() {}

  /**
   * Reads a file.
   *
   * @param name what messages and reports call it
   * @throws Rejection with everything that is wrong with it
   */
  public static Baseline read(Path file, String name) {
    return read(bytes(file, name), name);
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws Rejection with everything that is wrong with it
   */
  public static Baseline read(byte[] bytes, String name) {
    List<Baseline.Line> lines = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    List<String> texts = text(bytes, name).lines().toList();
    boolean conflict = false;
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (CONFLICT.matcher(text).matches()) {
        if (!conflict) {
          faults.add(conflict(name, i + 1));
        }
        conflict = true;
      } else if (!text.isBlank()) {
        try {
          lines.add(new Baseline.Line(i + 1, EntryLine.read(text)));
        } catch (EntryLine.Fault fault) {
          faults.add(new Diagnostic(name, i + 1, 0, fault.cause(), fault.remedy()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Rejection(faults);
    }
    return new Baseline(name, lines);
  }

  private static Diagnostic conflict(String name, int line) {
    return new Diagnostic(
        name,
        line,
        0,
        "the baseline holds an unresolved merge conflict",
        "delete the lines of the markers, keep the entries of both sides, run `ssot baseline"
            + " prune`; `ssot baseline merge` as merge driver avoids it");
  }

  private static String text(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw rejected(name, "the baseline is no UTF-8", "restore the file");
    }
  }

  private static byte[] bytes(Path file, String name) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw rejected(
          name,
          "there is no such baseline",
          "write it by `ssot baseline write`, or name none in policy and arguments");
    } catch (IOException e) {
      throw rejected(name, "the baseline cannot be read: " + e, "make it a file that can be read");
    }
  }

  private static Rejection rejected(String name, String what, String help) {
    return new Rejection(Diagnostic.inFile(name, what, help));
  }

  /** The text of a file with these entries. */
  public static String text(Collection<BaselineEntry> entries) {
    StringBuilder text = new StringBuilder();
    entries.stream().map(EntryLine::write).sorted().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
