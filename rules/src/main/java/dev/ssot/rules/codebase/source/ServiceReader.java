package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.List;

/** Reads provider configuration files, as {@link java.util.ServiceLoader} defines them. */
final class ServiceReader {

  private ServiceReader() {}

  static ServiceFile read(FoundFile file, String text) {
    List<ServiceFile.Provider> providers = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String content = comment < 0 ? line : line.substring(0, comment);
      String name = content.strip();
      if (!name.isEmpty()) {
        int column = content.indexOf(name) + 1;
        Region region = new Region(i + 1, column, i + 1, column + name.length());
        providers.add(new ServiceFile.Provider(name.replace('$', '.'), region));
      }
    }
    String service = file.path().substring(file.path().lastIndexOf('/') + 1);
    return new ServiceFile(file.path(), file.kind(), service, providers, Math.max(1, lines.size()));
  }
}
