package dev.ssot.rules.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DottedNamesTest {

  @Test
  void aNameIsInItselfAndInWhatIsAboveIt() {
    assertTrue(DottedNames.isIn("app.net.Router", "app.net.Router"));
    assertTrue(DottedNames.isIn("app.net.Router.Route", "app.net.Router"));
    assertTrue(DottedNames.isIn("app.net.Router", "app"));
  }

  @Test
  void aNameIsNotInOneThatOnlyBeginsAsItDoes() {
    assertFalse(DottedNames.isIn("app.net.Routers", "app.net.Router"));
    assertFalse(DottedNames.isIn("app.net", "app.net.Router"));
    assertFalse(DottedNames.isIn("app", ""));
  }
}
