package dev.ssot.router.guard;

/** Whether a handler may be called now. */
public enum Admission {
  /** Call it, and say afterwards how it went. */
  ADMITTED,
  /** It works on as many messages of the tenant as it may. */
  BUSY,
  /** It failed too often lately. */
  BROKEN
}
