package com.acme.chat.handlers;

import com.acme.chat.agent.AgentTask;
import com.acme.chat.agent.SupervisorAgentRouter;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.MessageTypes;
import java.util.Map;
import java.util.function.Consumer;

/** Lets an agent answer what a user has written. */
public final class UserMessageHandler implements MessageHandler {

  private final SupervisorAgentRouter supervisor;

  public UserMessageHandler(SupervisorAgentRouter supervisor) {
    this.supervisor = supervisor;
  }

  @Override
  public String type() {
    return MessageTypes.USER_MESSAGE;
  }

  @Override
  public void handle(UserKey user, Envelope message, Consumer<Envelope> reply) {
    String question = message.payload().getOrDefault("text", "").strip();
    if (question.isEmpty()) {
      reply.accept(Envelope.error(message.id(), "empty_question"));
      return;
    }
    AgentTask task = new AgentTask(user, question, message.payload().getOrDefault("skill", "chat"));
    String answer = supervisor.delegate(task);
    reply.accept(
        new Envelope("agent_completed", message.id(), Map.of("status", "ok", "response", answer)));
  }
}
