package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;

/**
 * A handler that may speak to all users of the sender's tenant, and so must decide who may have it
 * do so. Otherwise a {@link Handler}.
 */
@FunctionalInterface
public interface TenantHandler {

  /** Handles a message; {@code tenant} is that of the authenticated user. */
  Reply handle(Context context, Tenant tenant, ClientMessage message) throws Exception;
}
