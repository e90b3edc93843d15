package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.CHAT;
import static dev.ssot.reports.SampleTypes.ROUTER;

import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.FindingContext;
import dev.ssot.rules.model.Ownership;
import java.util.List;

/** What lies around the sample findings: their code and who owns it. */
final class SampleContext {

  private SampleContext() {}

  static FindingContext whole() {
    return new FindingContext(
        List.of(
            excerpt(
                ROUTER.declaration().path(),
                19,
                """
                  /** Delivers a message. */
                  Reply route(UserKey user, Message message) {
                    Channel channel = channels.get(user);
                    if (channel == null) {
                      return Reply.refused("nobody is there");
                    }
                    log.append(user, message);
                \tchannel.write(message);
                    return Reply.done();
                  }
                """),
            excerpt(
                CHAT.declaration().path(),
                33,
                """
                  Reply send(UserKey receiver, Message letter) {
                    Channel channel = links.get(receiver);
                    if (channel == null) {
                      return Reply.refused("nobody is there");
                    }
                    channel.write(letter);
                    return Reply.done();
                  }
                """),
            excerpt(
                CHAT.declaration().path(),
                102,
                "  void retry(Message letter) {\n    later(letter);\n"),
            excerpt("src/main/java/shop/Shop1.java", 1, "import shop.old.MessageRouter;\n")),
        List.of(
            new Ownership(
                "src/main/java/shop/Shop1.java", List.of("@shop/till", "ann@shop.example")),
            new Ownership(CHAT.declaration().path(), List.of("@shop/chat"))));
  }

  private static Excerpt excerpt(String path, int line, String text) {
    return new Excerpt(path, line, text.lines().toList());
  }
}
