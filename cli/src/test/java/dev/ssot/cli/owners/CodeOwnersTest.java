package dev.ssot.cli.owners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of both platforms' documentation, in short. */
class CodeOwnersTest {

  private static final String GITHUB =
      """
      # The last match counts.
      *       @global-owner1 @global-owner2
      *.js    @js-owner # an inline comment
      *.go docs@example.com

      /build/logs/ @doctocat
      docs/* docs2@example.com
      apps/ @octocat
      /scripts/ @doctocat @octocat
      **/logs @log-team
      /apps/github
      with\\ space.txt @spacer
      /src/**/deep/*.java @deep
      """;

  @ParameterizedTest
  @CsvSource({
    "README.md, @global-owner1 @global-owner2",
    "a/b/x.js, @js-owner",
    "src/x.go, docs@example.com",
    "build/logs/a/b.txt, @log-team",
    "deeply/nested/logs/a.txt, @log-team",
    "docs/getting-started.md, docs2@example.com",
    "docs/build-app/troubleshooting.md, @global-owner1 @global-owner2",
    "other/docs/a.md, @global-owner1 @global-owner2",
    "x/apps/y/z.txt, @octocat",
    "scripts/run, @doctocat @octocat",
    "x/scripts/run, @global-owner1 @global-owner2",
    "apps/github/a.txt, ''",
    "a/with space.txt, @spacer",
    "src/deep/A.java, @deep",
    "src/x/y/deep/A.java, @deep",
    "src/x/deep/y/A.java, @global-owner1 @global-owner2",
  })
  void readsTheFormOfGitHub(String path, String owners) {
    assertEquals(owners, String.join(" ", CodeOwners.ofGitHub(GITHUB).of(path)));
  }

  private static final String GITLAB =
      """
      * @default
      /docs @nothing-below-it
      internal/README.md @readme
      /config/ @ops
      /lib/*.rb @ruby
      a\\#b.md @hash

      [Database][2] @database-team
      model/db/
      config/db/database-setup.md @docs-team
      config/db/draft.md
      !config/db/

      ^[Documentation] @docs-team @writers
      docs/
      README.md

      [DATABASE]
      *.sql @dba
      [Sets]
      /v[12]/[!a]* @sets
      """;

  @ParameterizedTest
  @CsvSource({
    "Main.java, @default",
    "a/internal/README.md, @readme @docs-team @writers",
    "docs/a/b.md, @default @docs-team @writers",
    "x/docs/b.md, @default @docs-team @writers",
    "config/a/b.yml, @ops",
    "x/config/b.yml, @default",
    "lib/a.rb, @ruby",
    "lib/x/a.rb, @default",
    "a#b.md, @hash",
    "x/model/db/a.java, @default @database-team",
    "config/db/database-setup.md, @ops",
    "schema/a.sql, @default @dba",
    "v1/b.txt, @default @sets",
    "v3/b.txt, @default",
    "v1/a.txt, @default",
  })
  void readsTheFormOfGitLab(String path, String owners) {
    assertEquals(owners, String.join(" ", CodeOwners.ofGitLab(GITLAB).of(path)));
  }

  @Test
  void aLineWithoutOwnersTakesThoseOfItsSection() {
    CodeOwners owners = CodeOwners.ofGitLab("[Docs] @docs\n*.md\n[Rest]\n*.txt\n");
    assertEquals(List.of("@docs"), owners.of("a.md"));
    assertEquals(List.of(), owners.of("a.txt"));
  }

  @Test
  void knowsASectionWhenItSeesOne() {
    assertTrue(CodeOwners.hasSections("* @a\n^[Docs][2] @docs\n"));
    assertFalse(CodeOwners.hasSections("# [Docs]\n*.[ch] @a\n"));
  }

  @Test
  void anOddLineHurtsNobody() {
    String text = "[ @a\n[]\n!\n\\\n[a @b\n*.java @java\n";
    assertEquals(List.of("@java"), CodeOwners.ofGitLab(text).of("A.java"));
    assertEquals(List.of("@java"), CodeOwners.ofGitHub(text).of("A.java"));
    assertEquals(List.of(), CodeOwners.none().of("A.java"));
  }
}
