package dev.ssot.router.program;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The signals that ask a process to end. Java's own hooks for that can neither decide the exit
 * status nor see a second signal; what can is in {@code jdk.unsupported}, which every JDK has and
 * no compiler likes, so it is reached by name.
 */
final class Signals {

  private Signals() {}

  /** Has SIGTERM and SIGINT told instead of ending the process at once. */
  static void tell(Consumer<String> told) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object teller =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  told.accept("SIG" + signal.getMethod("getName").invoke(arguments[0]));
                }
                return null;
              });
      for (String name : new String[] {"TERM", "INT"}) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), teller);
      }
    } catch (ReflectiveOperationException none) {
      throw new IllegalStateException(
          "This Java can't take signals; use one that has the module jdk.unsupported", none);
    }
  }
}
