package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The messages that are answered by so many events each, one template for each number. */
final class Askings {

  private final IntFunction<String> form;
  private final Map<Integer, Template> byEvents = new ConcurrentHashMap<>();

  Askings(IntFunction<String> form) {
    this.form = form;
  }

  ByteBuf ask(ByteBufAllocator memory, long number, int events) {
    Template template = byEvents.get(events);
    if (template == null) {
      template = byEvents.computeIfAbsent(events, absent -> Template.of(form.apply(absent)));
    }
    return template.with(memory, number);
  }
}
