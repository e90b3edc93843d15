package dev.ssot.router.wire;

import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.run.Thinking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Frames of every kind; those of runs are what the run API itself says. */
final class SampleFrames {

  private static final Instant TS = Instant.parse("2026-01-31T10:15:30.123Z");

  private SampleFrames() {}

  static List<ServerFrame> all() {
    List<ServerFrame> frames = new ArrayList<>(control());
    for (StreamEvent event : events()) {
      frames.add(new ServerFrame.OfEvent(event));
    }
    return frames;
  }

  private static List<ServerFrame> control() {
    StreamPosition place = new StreamPosition("e-1", 41);
    List<ServerFrame> frames = new ArrayList<>();
    frames.add(new ServerFrame.Ack("c-17"));
    frames.add(new ServerFrame.Failure("", ErrorCode.RATE_LIMITED, "Wait", Duration.ofMillis(250)));
    for (Resumption resumption : Resumption.values()) {
      frames.add(
          new ServerFrame.Welcome(
              new ConnectionId("k-1"), resumption, place, 50, 256, List.of("r-1", "r-2")));
    }
    frames.add(new ServerFrame.Head(place));
    frames.add(new ServerFrame.Gap(3, 9));
    frames.add(new ServerFrame.Gap(3, 9, 10));
    Event typing = Event.of("typing", EventClass.EPHEMERAL, Payload.of(Map.of("who", "guide")));
    frames.add(new ServerFrame.Direct(typing, TS));
    frames.add(new ServerFrame.Direct(typing.inSession("s-1"), TS));
    frames.add(new ServerFrame.Pong(Payload.of(Map.of("n", 1))));
    frames.add(new ServerFrame.GoingAway(Duration.ofSeconds(1)));
    for (ServiceLevel level : ServiceLevel.values()) {
      frames.add(new ServerFrame.ServiceStatus(level));
    }
    return frames;
  }

  private static List<StreamEvent> events() {
    RecordedRuns runs = new RecordedRuns(TS);
    runs.start("guide", "Looking it up").think(new Thinking("Hm", "plan", 0.5));
    var answered = runs.start("guide", "");
    answered.think(Thinking.of("Hm"));
    answered.openTool("search", Payload.of(Map.of("q", "é€😀"))).completed(Payload.empty());
    answered.openTool("divide", Payload.empty()).failed("By zero");
    answered.complete("It is sunny.");
    runs.start("guide", "").fail("No idea");
    runs.start("guide", "").cancel("Never mind");
    List<StreamEvent> events = new ArrayList<>(runs.events());
    Event own = Event.of("note", EventClass.STATE, Payload.of(Map.of("text", "hi")));
    events.add(new StreamEvent(new StreamPosition("e-1", 100), TS, RunStep.NONE, own));
    events.add(
        new StreamEvent(
            new StreamPosition("e-1", 101), TS, new RunStep("r-9", 2), own.inSession("s-1")));
    return events;
  }
}
