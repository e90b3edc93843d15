package com.acme.chat.tenant;

import com.acme.chat.routing.MessageRouter;
import com.acme.chat.routing.RouterLimits;
import java.time.Clock;

/** The router under the name that the tenant module injects. */
public class TenantMessageRouter extends MessageRouter {

  public TenantMessageRouter(RouterLimits limits, Clock clock) {
    super(limits, clock);
  }
}
