package dev.ssot.rules.rivals;

import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import java.util.Set;
import java.util.TreeSet;

/** Sorts the users of two types into those of the one, of the other and of both. */
final class Usages {

  private Usages() {}

  static Usage of(Set<TypeRef> ofCanonical, Set<TypeRef> ofRival) {
    Set<String> both = names(ofCanonical);
    both.retainAll(names(ofRival));
    return new Usage(
        ofCanonical.stream().filter(user -> !both.contains(user.name())).toList(),
        ofRival.stream().filter(user -> !both.contains(user.name())).toList(),
        ofRival.stream().filter(user -> both.contains(user.name())).toList());
  }

  private static Set<String> names(Set<TypeRef> users) {
    Set<String> names = new TreeSet<>();
    users.forEach(user -> names.add(user.name()));
    return names;
  }
}
