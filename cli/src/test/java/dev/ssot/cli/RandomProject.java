package dev.ssot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A project that is edited at random, the same way for the same seed. */
final class RandomProject {

  private static final String POLICY =
      LegacyProject.POLICY
          + """
              - {path: com.acme.old.Clock#LIMIT, reason: no limit, use: com.acme.Clock}
            roles:
              - {id: greeter, title: greeting, canonical: com.acme.Greeter}
            gate: {minimum-score: 0}
            """;

  private static final List<String> ROOTS = List.of("src/main/java", "src/test/java", "lib/src");
  private static final List<String> PACKAGES = List.of("com.acme", "com.acme.old", "com.acme.new_");
  private static final List<String> WORDS =
      List.of("Greeter", "Welcome", "Mailer", "Clock", "Audit", "Router", "Ledger");

  private final Project project;
  private final Random random;
  private final List<String> files = new ArrayList<>();
  private int made;

  RandomProject(Path folder, long seed) {
    this.random = new Random(seed);
    this.project =
        new Project(folder)
            .file("ssot.yaml", POLICY)
            .file("src/main/java/com/acme/Greeter.java", type("com.acme", "Greeter"));
    for (int i = 0; i < 12; i++) {
      add();
    }
  }

  /** Edits, adds, removes, renames or copies a file. */
  String edit() throws IOException {
    int what = files.isEmpty() ? 0 : random.nextInt(7);
    String file = files.isEmpty() ? "" : files.get(random.nextInt(files.size()));
    return switch (what) {
      case 0 -> "added " + add();
      case 1 -> "removed " + remove(file);
      case 2 -> "renamed " + rename(file);
      case 3 -> "copied " + copy(file);
      case 4 -> "broke " + rewrite(file, project.text(file) + "\n} class {");
      case 5 -> "appended to " + rewrite(file, project.text(file) + "// " + pick(WORDS) + "\n");
      default -> "edited " + rewrite(file, type(pick(PACKAGES), name(file)));
    };
  }

  private String add() {
    if (random.nextInt(6) == 0) {
      return written(
          pick(ROOTS) + "/META-INF/services/com.acme.Greeter",
          "# providers\ncom.acme.old." + pick(WORDS) + made++ + "\n");
    }
    String name = pick(WORDS) + made++;
    String packageName = pick(PACKAGES);
    return written(
        pick(ROOTS) + "/" + packageName.replace('.', '/') + "/" + name + ".java",
        type(packageName, name));
  }

  private String written(String file, String text) {
    project.file(file, text);
    if (!files.contains(file)) {
      files.add(file);
    }
    return file;
  }

  private String rewrite(String file, String text) {
    project.file(file, text);
    return file;
  }

  private String remove(String file) throws IOException {
    Files.delete(project.folder().resolve(file));
    files.remove(file);
    return file;
  }

  private String rename(String file) throws IOException {
    String text = project.text(file);
    remove(file);
    return written(elsewhere(file), text);
  }

  private String copy(String file) {
    return written(elsewhere(file), project.text(file));
  }

  /** The same file in another folder, which can make it a test. */
  private String elsewhere(String file) {
    String root = ROOTS.stream().filter(file::startsWith).findFirst().orElseThrow();
    return pick(ROOTS) + "/moved" + random.nextInt(3) + file.substring(root.length());
  }

  private static String name(String file) {
    String last = file.substring(file.lastIndexOf('/') + 1);
    return last.endsWith(".java")
        ? last.substring(0, last.length() - ".java".length())
        : "Provider";
  }

  private String type(String packageName, String name) {
    StringBuilder text = new StringBuilder("package " + packageName + ";\n\n");
    if (random.nextBoolean()) {
      text.append("import com.acme.old.").append(pick(WORDS)).append(";\n");
    }
    if (random.nextInt(4) == 0) {
      text.append("// ssot:allow forbidden-import until=2026-12-31 owner=me -- \u00e4 test\n");
    }
    text.append("import com.acme.old.").append(pick(WORDS)).append(random.nextInt(9)).append(";\n");
    text.append("\npublic class ").append(name).append(" {\n");
    text.append("  static final int MOST = com.acme.old.Clock.LIMIT;\n");
    text.append("  static final String EVENT = \"greeting_sent\";\n");
    text.append("  private final java.util.Map<String, Runnable> greetings = null;\n");
    for (String word : WORDS) {
      if (random.nextBoolean()) {
        text.append("  public String greet%s(String name, int times) {\n".formatted(word));
        text.append("    String all = \"\";\n    for (int i = 0; i < times; i++) {\n");
        text.append("      all = all + \"hello, %s \" + name.trim() + EVENT;\n".formatted(word));
        text.append("      greetings.get(name).run();\n    }\n");
        text.append("    switch (name) {\n      case \"greeting_sent\": return all;\n");
        text.append("      case \"greeting_%s\": return \"x\";\n".formatted(word));
        text.append(
            "      case \"other\": return \"y\";\n      default: return all;\n    }\n  }\n");
      }
    }
    return text.append("}\n").toString();
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
