package dev.ssot.router.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The one YAML document in a file: UTF-8, of at most {@value #LARGEST} bytes, as nodes. */
final class ConfigFile {

  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 16;

  private ConfigFile() {}

  /** Reads the document, or rejects what is none. */
  static Node read(Path file, Faults faults) {
    String text = text(file, faults);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    try {
      Iterator<Node> documents = new Yaml(options).composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        throw faults.whole("the file says nothing", "begin with `version: 1`");
      }
      Node document = documents.next();
      if (documents.hasNext()) {
        throw faults.whole("the file holds a second document", "keep one document in the file");
      }
      return document;
    } catch (MarkedYAMLException broken) {
      if (broken.getProblemMark() == null) {
        throw faults.whole("the file is no YAML", "mend indentation, brackets and quotes");
      }
      faults.add(
          broken.getProblemMark(),
          "not YAML from here on",
          "mend indentation, brackets and quotes near this place");
      faults.throwIfAny();
      throw broken;
    } catch (YAMLException broken) {
      throw faults.whole(
          "the file is no YAML that a configuration may be",
          "keep to plain keys and values, nested at most %d deep".formatted(DEEPEST));
    }
  }

  private static String text(Path file, Faults faults) {
    if (Files.isDirectory(file)) {
      throw faults.whole("this is a folder", "name the file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw faults.whole("the file has more than " + LARGEST + " bytes", "shorten it");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      throw faults.whole("the file is not UTF-8", "save it as UTF-8");
    } catch (NoSuchFileException missing) {
      throw faults.whole("there is no such file", "write it, or name another with --config");
    } catch (IOException unreadable) {
      throw faults.whole("the file can't be read", "make it readable for this user");
    }
  }
}
