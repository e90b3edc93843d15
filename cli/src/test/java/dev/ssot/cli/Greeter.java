package dev.ssot.cli;

/** The source of a class that greets guests, to be copied under other names. */
final class Greeter {

  private Greeter() {}

  static String source(String packageName, String name) {
    return """
        package %s;

        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;

        public class %s {
          private final Map<String, Integer> guests = new ConcurrentHashMap<>();

          public String greet(String guest) {
            int visits = guests.merge(guest, 1, Integer::sum);
            return visits == 1 ? "Good morning, " + guest.strip() : "Welcome back, " + guest;
          }

          public String part(String guest) {
            Integer visits = guests.remove(guest);
            if (visits == null) {
              throw new IllegalArgumentException("Nobody has greeted " + guest);
            }
            return "Good bye, " + guest.strip() + ", after " + visits + " visits";
          }

          public int count(String guest) {
            return guests.getOrDefault(guest, 0);
          }
        }
        """
        .formatted(packageName, name);
  }
}
