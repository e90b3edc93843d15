package dev.ssot.rules.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.rules.model.AccessPattern.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPatternTest {

  @ParameterizedTest
  @CsvSource({
    "shop.Login, TYPE, shop.Login, ''",
    "Login, TYPE, Login, ''",
    "shop.Login.Page, TYPE, shop.Login.Page, ''",
    "shop.Login#user, MEMBER, shop.Login, user",
    "shop.*, PACKAGE, shop, ''",
    "shop.login.**, TREE, shop.login, ''",
    "größe.Maß, TYPE, größe.Maß, ''"
  })
  void fourFormsAreRead(String text, Kind kind, String name, String member) {
    AccessPattern pattern = AccessPattern.parse(text);

    assertEquals(new AccessPattern(kind, name, member), pattern);
    assertEquals(text, pattern.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "**",
        ".*",
        "shop.",
        ".shop",
        "shop..Login",
        "shop.Log*",
        "*.Login",
        "shop.***",
        "shop.Login#",
        "#user",
        "shop.Login#a#b",
        "shop.Login#a.b",
        "shop Login",
        "shop/Login",
        "1shop.Login",
        "shop.*#user"
      })
  void everythingElseIsRefused(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> AccessPattern.parse(text));

    assertEquals(
        "`" + text + "` is not a type, `type#member`, `package.*` or `package.**`",
        refusal.getMessage());
  }

  @Test
  void aDollarIsPartOfAName() {
    assertEquals(Kind.TYPE, AccessPattern.parse("shop.Login$Page").kind());
  }
}
