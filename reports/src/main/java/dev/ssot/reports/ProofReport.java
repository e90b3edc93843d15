package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Proof;
import dev.ssot.rules.model.Proof.Claim;
import dev.ssot.rules.model.Proof.Outcome;

/** What a policy catches and what it does not, for a person or for a program. */
public final class ProofReport extends AnswerReport<Proof> {

  @Override
  JsonNode json(Proof proof) {
    ObjectNode root =
        JsonPage.object()
            .put("policy", JsonPage.orNull(proof.policy()))
            .put("threshold", proof.threshold().label())
            .put("holds", proof.holds());
    root.set("claims", JsonPage.array(proof.claims(), ProofReport::claim));
    return root;
  }

  private static JsonNode claim(Claim claim) {
    return JsonPage.object()
        .put("rule", claim.rule())
        .put("about", claim.about())
        .put("outcome", claim.outcome().label())
        .put("why", JsonPage.orNull(claim.why()));
  }

  @Override
  void console(Proof proof, ConsolePage page) {
    for (Claim claim : proof.claims()) {
      page.line(0)
          .styled(style(claim.outcome()), "%-9s".formatted(claim.outcome().label()))
          .text(" ")
          .styled(Style.STRONG, claim.rule())
          .text(": " + claim.about())
          .end();
      if (!claim.why().isEmpty()) {
        page.line(1).styled(Style.STRONG, "why:").text(" " + claim.why()).end();
      }
    }
    page.line(
        0,
        "%s caught, %s missed, %s accepted, %s off, %s not tried"
            .formatted(
                count(proof, Outcome.CAUGHT),
                count(proof, Outcome.MISSED),
                count(proof, Outcome.ACCEPTED),
                count(proof, Outcome.OFF),
                count(proof, Outcome.NOT_TRIED)));
  }

  private static Style style(Outcome outcome) {
    return switch (outcome) {
      case CAUGHT -> Style.GOOD;
      case MISSED, ACCEPTED -> Style.ERROR;
      case OFF -> Style.WARNING;
      case NOT_TRIED -> Style.FAINT;
    };
  }

  private static long count(Proof proof, Outcome outcome) {
    return proof.claims().stream().filter(claim -> claim.outcome() == outcome).count();
  }
}
