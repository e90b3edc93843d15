package com.acme.chat.agent;

import com.acme.chat.connection.UserKey;

/**
 * A question for an agent.
 *
 * @param skill what the answer needs, such as {@code billing}
 */
public record AgentTask(UserKey owner, String question, String skill) {}
