package dev.ssot.rules.change;

import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.PermissionGrowth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the permissions that a change adds or widens, and the restrictions that it lifts or
 * loosens.
 *
 * <p>Permissions are matched by kind and words, as multisets, the widest with the widest; where
 * they are written does not matter. A new role is a restriction, whatever its threshold.
 */
public final class Growth {

  private Growth() {}

  /** What has grown, sorted. */
  public static List<PermissionGrowth> between(List<Permission> before, List<Permission> after) {
    Map<String, List<Permission>> then = byIdentity(before);
    Map<String, List<Permission>> now = byIdentity(after);
    boolean rooted = after.stream().anyMatch(one -> one.kind() == Permission.Kind.SOURCE_ROOTS);
    List<PermissionGrowth> growth = new ArrayList<>();
    now.forEach(
        (key, permissions) -> grown(then.getOrDefault(key, List.of()), permissions, growth));
    then.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.kind().isRestriction() && !now.containsKey(identity(one)))
        // Without any root all is read, which is more and not less.
        .filter(one -> one.kind() != Permission.Kind.SOURCE_ROOT || rooted)
        .forEach(one -> growth.add(lifted(one)));
    return growth.stream().sorted().toList();
  }

  private static PermissionGrowth lifted(Permission lost) {
    return new PermissionGrowth(lost, PermissionGrowth.Kind.LIFTED, lost.extent().text());
  }

  private static void grown(
      List<Permission> before, List<Permission> after, List<PermissionGrowth> growth) {
    for (int i = 0; i < after.size(); i++) {
      Permission now = after.get(i);
      if (i < before.size()) {
        Permission.Extent earlier = before.get(i).extent();
        if (now.extent().size() > earlier.size()) {
          growth.add(new PermissionGrowth(now, PermissionGrowth.Kind.WIDENED, earlier.text()));
        }
      } else if (!now.kind().isRestriction() && now.kind() != Permission.Kind.THRESHOLD) {
        growth.add(new PermissionGrowth(now, PermissionGrowth.Kind.ADDED, ""));
      }
    }
  }

  private static Map<String, List<Permission>> byIdentity(List<Permission> permissions) {
    Map<String, List<Permission>> byIdentity = new TreeMap<>();
    permissions.stream()
        .sorted(
            Comparator.comparingLong((Permission one) -> one.extent().size())
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .forEach(
            one -> byIdentity.computeIfAbsent(identity(one), key -> new ArrayList<>()).add(one));
    return byIdentity;
  }

  private static String identity(Permission permission) {
    return permission.kind() + " " + permission.what();
  }
}
