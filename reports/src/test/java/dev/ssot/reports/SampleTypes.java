package dev.ssot.reports;

import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Types and members of a codebase that does not exist. */
final class SampleTypes {

  static final TypeRef ROUTER = type("shop.net.MessageRouter", 9);
  static final TypeRef CHAT = type("shop.chat.ChatRouter", 12);

  private SampleTypes() {}

  static TypeRef type(String name, int line) {
    return new TypeRef(name, at(path(name), line));
  }

  private static String path(String name) {
    return "src/main/java/" + name.replace('.', '/') + ".java";
  }

  static Location at(String path, int line) {
    return new Location(path, new Region(line, 14, line, 27));
  }

  static MemberRef member(String signature, int first, int last) {
    return new MemberRef(signature, new Region(first, 3, last, 4));
  }

  static MemberMatch match(String canonical, int line, String rival, int rivalLine, int percent) {
    return new MemberMatch(
        member(canonical, line, line + 8), member(rival, rivalLine, rivalLine + 9), percent);
  }

  static List<TypeRef> types(String prefix, int number) {
    return numbered(number, i -> type("shop.use." + prefix + i, 20 + i));
  }

  static <T> List<T> numbered(int number, IntFunction<T> make) {
    List<T> items = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      items.add(make.apply(i));
    }
    return items;
  }
}
