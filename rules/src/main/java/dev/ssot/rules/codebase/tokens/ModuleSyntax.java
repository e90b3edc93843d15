package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.TokenFacts.Module;
import java.util.ArrayList;
import java.util.List;

/** Reads the declaration of a module, behind which nothing stands in its file. */
final class ModuleSyntax {

  private final DeclarationSyntax syntax;
  private final UnitUses uses;
  private final List<String> exports = new ArrayList<>();

  ModuleSyntax(DeclarationSyntax syntax, UnitUses uses) {
    this.syntax = syntax;
    this.uses = uses;
  }

  /** Whether a module is declared next, one with annotations apart. */
  static boolean begins(DeclarationSyntax syntax) {
    int token = syntax.is(Kind.OPEN) ? syntax.at() + 1 : syntax.at();
    return syntax.kind(token) == Kind.MODULE && syntax.kind(token + 1).isName();
  }

  Module read() {
    syntax.accept(Kind.OPEN);
    syntax.expect(Kind.MODULE);
    String name = syntax.dotted();
    uses.enter(name);
    syntax.expect(Kind.LEFT_BRACE);
    while (!syntax.accept(Kind.RIGHT_BRACE)) {
      directive();
      syntax.expect(Kind.SEMICOLON);
    }
    if (!syntax.is(Kind.END)) {
      throw syntax.unsure();
    }
    return new Module(name, exports);
  }

  private void directive() {
    switch (syntax.kind()) {
      case REQUIRES -> requires();
      case EXPORTS -> {
        syntax.advance();
        String name = syntax.dotted();
        if (!to()) {
          exports.add(name);
        }
      }
      case OPENS -> {
        syntax.advance();
        syntax.dottedName();
        to();
      }
      case USES -> {
        syntax.advance();
        syntax.dottedName();
      }
      case PROVIDES -> {
        syntax.advance();
        syntax.dottedName();
        syntax.expect(Kind.WITH);
        do {
          int first = syntax.at();
          uses.service(first, syntax.dottedName());
        } while (syntax.accept(Kind.COMMA));
      }
      default -> throw syntax.unsure();
    }
  }

  private void requires() {
    syntax.advance();
    while (syntax.is(Kind.TRANSITIVE) || syntax.is(Kind.STATIC)) {
      // A module may be called so.
      if (!syntax.kind(syntax.at() + 1).isName() && syntax.kind(syntax.at() + 1) != Kind.STATIC) {
        throw syntax.unsure();
      }
      syntax.advance();
    }
    syntax.dottedName();
  }

  /** Reads the modules that a package is meant for, if it is not for all. */
  private boolean to() {
    if (!syntax.accept(Kind.TO)) {
      return false;
    }
    do {
      syntax.dottedName();
    } while (syntax.accept(Kind.COMMA));
    return true;
  }
}
