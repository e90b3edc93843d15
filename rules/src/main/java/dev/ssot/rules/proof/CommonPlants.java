package dev.ssot.rules.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instances of what is found in every codebase, whatever its policy declares. */
final class CommonPlants {

  /** Enough code for a type that two packages can have twice. */
  private static final String LEDGER =
      """
      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;

      public class PlantedLedger {

        private final Map<String, List<Long>> amountsByAccount = new HashMap<>();
        private final List<String> frozenAccounts = new ArrayList<>();
        private long lastTurnover;

        public void bookAmount(String account, long cents) {
          if (frozenAccounts.contains(account)) {
            throw new IllegalStateException("frozen: " + account);
          }
          amountsByAccount.computeIfAbsent(account, name -> new ArrayList<>()).add(cents);
          lastTurnover += Math.abs(cents);
        }

        public long balanceOf(String account) {
          long balance = 0;
          for (long cents : amountsByAccount.getOrDefault(account, List.of())) {
            balance += cents;
          }
          return balance;
        }

        public void freezeOverdrawn(long limitInCents) {
          for (String account : amountsByAccount.keySet()) {
            if (balanceOf(account) < -limitInCents && !frozenAccounts.contains(account)) {
              frozenAccounts.add(account);
            }
          }
        }

        public String statementFor(String account) {
          StringBuilder statement = new StringBuilder("statement of ").append(account);
          int line = 1;
          for (long cents : amountsByAccount.getOrDefault(account, List.of())) {
            statement.append('\\n').append(line).append(": ").append(cents / 100.0);
            line++;
          }
          return statement.append("\\nturnover ").append(lastTurnover).toString();
        }
      }
      """;

  private final Bed home;
  private final LocalDate today;
  private final List<Plant> plants = new ArrayList<>();

  CommonPlants(Bed home, LocalDate today) {
    this.home = home;
    this.today = today;
  }

  List<Plant> all() {
    suppressions();
    shim();
    movedType();
    twice();
    return List.copyOf(plants);
  }

  private void plant(List<String> rules, String about, String name, Map<String, String> files) {
    plants.add(new Plant(rules, about, name, files, Plant.pageOf(rules.get(0))));
  }

  private void plant(List<String> rules, String about, String folder, String name, String body) {
    Bed bed = home.inner(folder);
    plant(rules, about, bed.type(name), Map.of(bed.path(name), bed.text(body)));
  }

  private void suppressions() {
    String term =
        "// ssot:allow unresolved-import until=%s owner=nobody -- it was planted\nclass Planted {}\n";
    plant(
        List.of("expired-suppression"),
        "a suppression that ended yesterday",
        "expired",
        "Planted",
        term.formatted(today.minusDays(1)));
    plant(
        List.of("unused-suppression"),
        "a suppression that accepts nothing",
        "unused",
        "Planted",
        term.formatted(today.plusDays(1)));
    plant(
        List.of("malformed-suppression"),
        "a suppression without rule, reason and end date",
        "malformed",
        "Planted",
        "// ssot:allow\nclass Planted {}\n");
  }

  private void shim() {
    plant(
        List.of("overdue-shim", "unused-shim"),
        "a shim that ended in the year 2000 and that nothing uses",
        "shim",
        "Planted",
        "@Shim(owner = \"nobody\", until = \"2000-01-01\")\npublic class Planted {}\n");
  }

  private void movedType() {
    Bed there = home.inner("moved");
    Bed user = home.inner("user");
    plant(
        List.of("unresolved-import"),
        "an import of a type that stands in another package",
        user.type("Planted"),
        Map.of(
            there.path("PlantedMovedHere"),
            there.text("public class PlantedMovedHere {}\n"),
            user.path("Planted"),
            user.text(
                "import %s;\n\nclass Planted {}\n".formatted(user.type("PlantedMovedHere")))));
  }

  private void twice() {
    Bed one = home.inner("ledger");
    Bed other = home.inner("booking");
    plant(
        List.of("fragmented-role"),
        "two copies of one class that no role is declared for",
        "",
        Map.of(
            one.path("PlantedLedger"),
            one.text(LEDGER),
            other.path("PlantedLedger"),
            other.text(LEDGER)));
  }
}
