package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TicketOffice;
import dev.ssot.rules.model.Neighbour;
import dev.ssot.rules.model.Standing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranks the types near a ticket office and tells what each of them is. */
class SimilarTypesTest {

  private static final String OFFICE =
      TicketOffice.SOURCE.replace("class TicketOffice", "class TicketOffice implements Sales");

  private final Project project;

  SimilarTypesTest(@TempDir Path folder) {
    project =
        Neighbourhood.around(Project.in(folder))
            .java(OFFICE)
            .java(
                """
                package fair.tickets;
                public interface Sales {
                  boolean sellTicket(String ride, String visitor);
                }
                """);
  }

  private List<Neighbour> similar() {
    return similar("fair.tickets.TicketOffice");
  }

  private List<Neighbour> similar(String type) {
    Codebase codebase = project.codebase();
    return new Rivalry(codebase).similar(codebase.type(type).orElseThrow(), 50);
  }

  private Neighbour neighbour(String name) {
    return in(similar(), name);
  }

  private static Neighbour in(List<Neighbour> neighbours, String name) {
    return neighbours.stream()
        .filter(near -> near.type().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void assertStanding(Standing expected, String name) {
    Neighbour found = neighbour(name);
    assertEquals(expected, found.standing(), found.reason());
    assertTrue(!found.reason().isEmpty());
  }

  @Test
  void whatAnotherNumberStandsForComesAfterACopyOfAnotherName() {
    project
        .java(TicketOffice.copy("fair.old", "Tickets64"))
        .java(TicketOffice.copy("fair.gate", "Tickets32"))
        .java(TicketOffice.copy("fair.booth", "Booth"));

    List<String> names =
        similar("fair.old.Tickets64").stream().map(near -> near.type().name()).toList();

    assertTrue(
        names.indexOf("fair.booth.Booth") < names.indexOf("fair.gate.Tickets32"), names::toString);
    Neighbour other = in(similar("fair.old.Tickets64"), "fair.gate.Tickets32");
    assertEquals(Standing.UNRELATED, other.standing());
    assertEquals("it is the same for another number, as its name says", other.reason());
  }

  @Test
  void theCopyIsTheFirstAndARival() {
    project.java(TicketOffice.copy("fair.gate", "Booth"));

    Neighbour first = similar().get(0);

    assertEquals("fair.gate.Booth", first.type().name());
    assertEquals(Standing.RIVAL, first.standing());
    assertEquals("copy", first.verdict());
    assertTrue(first.percent() > 50, () -> "likeness " + first.percent());
  }

  @Test
  void theOrderIsThatOfLikeness() {
    project.java(TicketOffice.copy("fair.gate", "Booth"));

    List<Double> percents = similar().stream().map(Neighbour::percent).toList();

    assertEquals(
        percents.stream().sorted((one, two) -> Double.compare(two, one)).toList(), percents);
  }

  @Test
  void aTypeThatOnlyPassesOnIsAShimUnderTheSameNames() {
    project.java(
        """
        package fair.old;
        import fair.tickets.TicketOffice;
        public class OldOffice {
          private final TicketOffice office = new TicketOffice(20);
          public boolean sellTicket(String ride, String visitor) {
            return office.sellTicket(ride, visitor);
          }
          public boolean refundTicket(String ride, String visitor) {
            return office.refundTicket(ride, visitor);
          }
          public int freeSeats(String ride) { return office.freeSeats(ride); }
        }
        """);

    assertStanding(Standing.SHIM, "fair.old.OldOffice");
  }

  @Test
  void aTypeThatPassesOnUnderNamesOfItsOwnIsAnAdapter() {
    project.java(
        """
        package fair.web;
        import fair.tickets.TicketOffice;
        public class WebCounter {
          private final TicketOffice office = new TicketOffice(20);
          public boolean bookTicket(String ride, String visitor) {
            return office.sellTicket(ride, visitor);
          }
          public boolean cancelTicket(String ride, String visitor) {
            return office.refundTicket(ride, visitor);
          }
          public int ticketsLeft(String ride) { return office.freeSeats(ride); }
        }
        """);

    assertStanding(Standing.ADAPTER, "fair.web.WebCounter");
  }

  @Test
  void anEmptySubclassIsAnAliasAndAFullOneASpecialisation() {
    project
        .java(
            """
            package fair.vip;
            public class VipOffice extends fair.tickets.TicketOffice {
              public VipOffice() { super(5); }
            }
            """)
        .java(
            """
            package fair.night;
            public class NightTicketOffice extends fair.tickets.TicketOffice {
              public NightTicketOffice() { super(5); }
              @Override public int freeSeats(String ride) { return super.freeSeats(ride) / 2; }
            }
            """);

    assertStanding(Standing.ALIAS, "fair.vip.VipOffice");
    assertStanding(Standing.SPECIALISATION, "fair.night.NightTicketOffice");
  }

  @Test
  void whatTheCanonicalImplementsIsASuperType() {
    assertStanding(Standing.SUPERTYPE, "fair.tickets.Sales");
  }

  @Test
  void whatReturnsTheCanonicalIsAFactory() {
    project.java(
        """
        package fair.tickets;
        public class TicketOffices {
          public static TicketOffice smallTicketOffice() { return new TicketOffice(2 * 3); }
          public static TicketOffice ticketOfficeFor(String ride) {
            return new TicketOffice(ride.length() + 3);
          }
        }
        """);

    assertStanding(Standing.FACTORY, "fair.tickets.TicketOffices");
  }

  @Test
  void testCodeIsADoubleWhereItStandsInAndATestOtherwise() {
    project
        .test(
            """
            package fair.tickets;
            class FakeSales implements Sales {
              public boolean sellTicket(String ride, String visitor) { return true; }
            }
            """)
        .test(
            """
            package fair.tickets;
            class TicketOfficeTest {
              void sellTicket() { new TicketOffice(1).sellTicket("ride", "visitor"); }
            }
            """);

    assertStanding(Standing.TEST_DOUBLE, "fair.tickets.FakeSales");
    assertStanding(Standing.TEST, "fair.tickets.TicketOfficeTest");
  }

  @Test
  void aRivalThatWasPutAsideIsABackup() {
    project.java(TicketOffice.copy("fair.tickets", "TicketOfficeOld"));

    assertStanding(Standing.BACKUP, "fair.tickets.TicketOfficeOld");
  }

  @Test
  void anotherJobIsUnrelated() {
    project.java(
        """
        package fair.weather;
        public class Barometer {
          private double pressure;
          public double readPressure(double raw, double height) {
            pressure = raw * Math.exp(height / 8434.5);
            return pressure;
          }
          public String forecast(double before) {
            double change = pressure - before;
            return change > 1 ? "fair" : change < -1 ? "rain" : "change";
          }
        }
        """);

    assertStanding(Standing.UNRELATED, "fair.weather.Barometer");
  }

  @Test
  void theSameForAnotherVersionIsNoRivalUnlessItIsDeprecated() {
    project
        .java(TicketOffice.copy("fair.v1.gate", "Booth"))
        .java(TicketOffice.copy("fair.v2.gate", "Booth"))
        .java(
            TicketOffice.copy("fair.v3.gate", "Booth")
                .replace("public class Booth", "@Deprecated\npublic class Booth"));

    List<Neighbour> near = similar("fair.v1.gate.Booth");

    Neighbour second = in(near, "fair.v2.gate.Booth");
    assertEquals(Standing.UNRELATED, second.standing());
    assertEquals("it is the same for another version, as its package says", second.reason());
    assertEquals(Standing.RIVAL, in(near, "fair.v3.gate.Booth").standing());
    assertEquals(Standing.RIVAL, in(near, "fair.tickets.TicketOffice").standing());
  }
}
