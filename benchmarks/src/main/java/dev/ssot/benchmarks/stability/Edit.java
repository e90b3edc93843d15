package dev.ssot.benchmarks.stability;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A change of a file that keeps its meaning. */
enum Edit {
  /** Lines above everything. */
  LINES_ABOVE,
  /** Other blanks, line breaks and line ends; comments are gone. */
  REFORMATTED,
  /** Methods and constructors in another order; fields keep theirs, which can matter. */
  REORDERED,
  /** Another folder. */
  MOVED,
  /** Another name of the file, as of a file that holds several types. */
  RENAMED;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The text afterwards. */
  String text(String text, Random random) {
    return switch (this) {
      case LINES_ABOVE ->
          "/*\n * One more line, number " + random.nextInt(1000) + ".\n */\n\n" + text;
      case REFORMATTED ->
          parsed(text).map(tree -> tree.toString().replace("\n", "\r\n")).orElse(text);
      case REORDERED -> parsed(text).map(tree -> reordered(tree, random)).orElse(text);
      case MOVED, RENAMED -> text;
    };
  }

  /** The path afterwards. */
  String path(String path, Random random) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    return switch (this) {
      case MOVED -> "moved" + random.nextInt(1000) + "/" + path.substring(slash + 1);
      case RENAMED -> path.substring(0, dot) + random.nextInt(1000) + path.substring(dot);
      case LINES_ABOVE, REFORMATTED, REORDERED -> path;
    };
  }

  private static Optional<CompilationUnit> parsed(String text) {
    return new JavaParser(
            new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.RAW))
        .parse(text)
        .getResult();
  }

  private static String reordered(CompilationUnit tree, Random random) {
    for (TypeDeclaration<?> type : tree.getTypes()) {
      List<BodyDeclaration<?>> fixed = new ArrayList<>();
      List<BodyDeclaration<?>> free = new ArrayList<>();
      for (BodyDeclaration<?> member : type.getMembers()) {
        (member.isCallableDeclaration() ? free : fixed).add(member);
      }
      Collections.shuffle(free, random);
      fixed.addAll(free);
      type.setMembers(new NodeList<>(fixed));
    }
    return tree.toString();
  }
}
