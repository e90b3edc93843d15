package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads provider configuration files, as {@link java.util.ServiceLoader} defines them, and the
 * suppressions in their comments, which are about their line or, on a line of their own, about the
 * next one.
 */
final class ServiceReader {

  private ServiceReader() {}

  static ServiceFile read(FoundFile file, String text) {
    String service = SlashedPaths.name(file.path());
    List<ServiceFile.Provider> providers = new ArrayList<>();
    List<SuppressionFact> suppressions = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String content = comment < 0 ? line : line.substring(0, comment);
      String name = content.strip();
      if (comment >= 0 && line.substring(comment + 1).strip().startsWith(SuppressionReader.MARK)) {
        int covered = name.isEmpty() ? i + 2 : i + 1;
        suppressions.add(
            new SuppressionFact(
                SuppressionFact.Form.COMMENT,
                line.substring(comment + 1).strip(),
                Subject.ofType(service),
                new Region(i + 1, comment + 1, i + 1, line.length() + 1),
                SuppressionFact.Lines.of(covered)));
      }
      if (!name.isEmpty()) {
        int column = content.indexOf(name) + 1;
        Region region = new Region(i + 1, column, i + 1, column + name.length());
        providers.add(new ServiceFile.Provider(name.replace('$', '.'), region));
      }
    }
    return new ServiceFile(
        file.path(), file.kind(), service, providers, suppressions, Math.max(1, lines.size()));
  }
}
