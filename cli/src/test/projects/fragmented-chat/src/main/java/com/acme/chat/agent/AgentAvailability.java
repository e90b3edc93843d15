package com.acme.chat.agent;

import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.PresenceStore; // finds: unresolved-import

/** Decides whether an agent may call a user back. */
public final class AgentAvailability {

  private final PresenceStore presence;

  public AgentAvailability(PresenceStore presence) {
    this.presence = presence;
  }

  public boolean mayCallBack(UserKey user, AgentTask task) {
    return presence.isOnline(user) && !task.skill().equals("silent");
  }
}
