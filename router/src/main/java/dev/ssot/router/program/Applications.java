package dev.ssot.router.program;

import dev.ssot.router.PayloadRules;
import dev.ssot.router.Routes;
import dev.ssot.router.application.RouterApplication;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the one application that a server is to run, and asks it for what it gives. */
final class Applications {

  private Applications() {}

  /** An application and what it gave. */
  record Loaded(RouterApplication application, Routes routes, PayloadRules rules) {

    String name() {
      return application.getClass().getName();
    }
  }

  /**
   * The application in some jars or, if there are none, on the class path. Threads that are started
   * from now on load classes from these jars.
   *
   * @throws Rejection if there is none, more than one, or one that can't be used
   */
  static Loaded load(List<Path> jars) {
    RouterApplication application = theOnly(found(jars));
    String name = application.getClass().getName();
    try {
      Loaded loaded = new Loaded(application, application.routes(), application.rules());
      if (loaded.routes().types().isEmpty()) {
        throw new Rejection(
            "the application %s has no handler".formatted(name), "give its routes at least one");
      }
      return loaded;
    } catch (IllegalArgumentException | LinkageError broken) {
      throw new Rejection(
          "the application %s can't say what it handles: %s".formatted(name, broken),
          "mend its routes or its schemas");
    }
  }

  private static List<RouterApplication> found(List<Path> jars) {
    ClassLoader loader =
        jars.isEmpty()
            ? Applications.class.getClassLoader()
            : new URLClassLoader(urls(jars), Applications.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    List<RouterApplication> found = new ArrayList<>();
    try {
      ServiceLoader.load(RouterApplication.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw new Rejection(
          "the application can't be loaded: " + broken,
          "mend the class that META-INF/services names; it needs a public constructor without"
              + " parameters that does not throw");
    }
    return found;
  }

  private static RouterApplication theOnly(List<RouterApplication> found) {
    if (found.isEmpty()) {
      throw new Rejection(
          "there is no application, so no message would have a handler",
          "name its jar under `application`, or by --application; the jar names its class in"
              + " META-INF/services/"
              + RouterApplication.class.getName());
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(one -> one.getClass().getName()).sorted().toList();
      throw new Rejection(
          "there are %d applications: %s".formatted(found.size(), String.join(", ", names)),
          "leave one; a program that is both can be an application of its own");
    }
    return found.get(0);
  }

  private static URL[] urls(List<Path> jars) {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = jars.get(i).toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException("A path has no address: " + jars.get(i), impossible);
      }
    }
    return urls;
  }
}
