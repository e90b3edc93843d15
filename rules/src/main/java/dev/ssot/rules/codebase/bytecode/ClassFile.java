package dev.ssot.rules.codebase.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What came of one class file.
 *
 * @param entry path in its root
 * @param fault why it was not understood, or the empty string
 * @param scanned what was read, where there is no fault
 */
record ClassFile(String entry, String fault, @Nullable ScannedClass scanned) {

  /** The newest version of class files that this version of ASM reads: that of Java 27. */
  static final int NEWEST = 71;

  /** The difference between a class-file version and the version of Java that writes it. */
  static final int JAVA_1 = 44;

  private static final String UNREADABLE = "not readable";
  private static final int MAGIC = 0xCAFEBABE;
  private static final int HEADER = 8;

  /** Larger ones are no work of a compiler. */
  private static final int LARGEST = 64 << 20;

  /** Reads a class file; whatever is wrong with it takes no other with it. */
  static ClassFile read(
      ClassRoot root, ClassRoot.Contents contents, String entry, FactNames names) {
    byte[] content;
    try (InputStream in = contents.open(entry)) {
      content = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      return faulty(entry, UNREADABLE);
    }
    if (content.length < HEADER || ByteBuffer.wrap(content).getInt() != MAGIC) {
      return faulty(entry, "no class files by their first bytes");
    }
    int version = ByteBuffer.wrap(content).getShort(HEADER - Short.BYTES) & 0xffff;
    if (version > NEWEST) {
      return faulty(
          entry,
          "for Java %s, which is newer than what this version reads".formatted(version - JAVA_1));
    }
    if (content.length > LARGEST) {
      return faulty(entry, "larger than %s MB".formatted(LARGEST >> 20));
    }
    try {
      ScannedClass scanned = ClassScanner.scan(content, root.display(), entry, names);
      return new ClassFile(entry, "", scanned);
    } catch (RuntimeException | StackOverflowError e) {
      return faulty(entry, "cut off or damaged");
    }
  }

  /** Whether the next look may find something there. */
  boolean isUnreadable() {
    return fault.equals(UNREADABLE);
  }

  private static ClassFile faulty(String entry, String fault) {
    return new ClassFile(entry, fault, null);
  }
}
