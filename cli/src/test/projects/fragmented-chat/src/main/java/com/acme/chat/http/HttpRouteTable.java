package com.acme.chat.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP endpoints beside the chat, by method and path. */
public final class HttpRouteTable {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final List<HttpRoute> routes = new ArrayList<>();

  /** An endpoint and the variables of its path. */
  private record HttpRoute(String method, Pattern path, List<String> variables, String endpoint) {}

  /** An endpoint with the values of its variables. */
  public record Match(String endpoint, Map<String, String> variables) {}

  /** Adds a route such as {@code GET /users/{id}/transcripts}. */
  public HttpRouteTable addRoute(String method, String template, String endpoint) {
    List<String> variables = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      path.append(Pattern.quote(template.substring(end, matcher.start()))).append("([^/]+)");
      variables.add(matcher.group(1));
      end = matcher.end();
    }
    path.append(Pattern.quote(template.substring(end)));
    routes.add(new HttpRoute(method, Pattern.compile(path.toString()), variables, endpoint));
    return this;
  }

  /** The first route that fits. */
  public Optional<Match> find(String method, String path) {
    for (HttpRoute route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < route.variables().size(); i++) {
          values.put(route.variables().get(i), matcher.group(i + 1));
        }
        return Optional.of(new Match(route.endpoint(), values));
      }
    }
    return Optional.empty();
  }
}
