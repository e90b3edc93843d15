import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;

/**
 * Runs PMD's copy-paste detector on many small groups of files in one process.
 *
 * <p>Run from source with the jars of PMD on the class path, which is why it is in no module.
 * Arguments: a file with a group of tab-separated paths on each line, the smallest number of
 * tokens, and whether identifiers and literals are ignored. Prints a line for every two files of a
 * group that share duplications: both paths and the tokens, tab-separated.
 */
public final class CpdGroups {

  private CpdGroups() {}

  public static void main(String[] arguments) throws IOException {
    int tokens = Integer.parseInt(arguments[1]);
    boolean ignoring = Boolean.parseBoolean(arguments[2]);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String group : Files.readAllLines(Path.of(arguments[0]))) {
      shared(List.of(group.split("\t")), tokens, ignoring)
          .forEach((pair, count) -> out.println(pair + "\t" + count));
    }
    out.flush();
  }

  private static Map<String, Integer> shared(List<String> paths, int tokens, boolean ignoring)
      throws IOException {
    CPDConfiguration configuration = new CPDConfiguration();
    configuration.setOnlyRecognizeLanguage(
        configuration.getLanguageRegistry().getLanguageById("java"));
    configuration.setMinimumTileSize(tokens);
    configuration.setIgnoreIdentifiers(ignoring);
    configuration.setIgnoreLiterals(ignoring);
    configuration.setFailOnError(false);
    Map<String, Integer> shared = new HashMap<>();
    try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
      for (String path : paths) {
        analysis.files().addFile(Path.of(path));
      }
      analysis.performAnalysis(report -> report.getMatches().forEach(match -> add(match, shared)));
    }
    return shared;
  }

  private static void add(Match match, Map<String, Integer> shared) {
    Set<String> files = new TreeSet<>();
    for (Mark mark : match) {
      files.add(mark.getLocation().getFileId().getAbsolutePath());
    }
    for (String one : files) {
      for (String other : files) {
        if (!one.equals(other)) {
          shared.merge(one + "\t" + other, match.getTokenCount(), Integer::sum);
        }
      }
    }
  }
}
