package dev.ssot.router.legacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An older API that forwards to the router for a while. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shim {

  /** Who moves its callers and removes it. */
  String owner();

  /** The last day on which it may be there, as in {@code 2027-06-30}. */
  String until();
}
