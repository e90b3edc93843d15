package dev.ssot.benchmarks.routers.load;

/** What is done with what comes on a line; called on the thread of the line. */
interface Course {

  /** Does nothing. */
  Course IDLE =
      new Course() {
        @Override
        public void event(Line line, long number, int index) {}
      };

  void event(Line line, long number, int index);

  default void acknowledged() {}

  /** The server has refused something or closed the line. */
  default void refused(Line line, String text) {}
}
