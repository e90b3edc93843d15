package dev.ssot.router.operations;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings what libraries and the router itself log into the journal, as events called `log`. */
public final class JournalHandler extends Handler {

  private static final int LONGEST = 500;

  private final Journal journal;

  private JournalHandler(Journal journal) {
    this.journal = journal;
  }

  /** Makes the journal the only place that this process logs to. */
  public static void install(Journal journal) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(
        journal.writes(Level.DEBUG) ? java.util.logging.Level.FINE : java.util.logging.Level.INFO);
    root.addHandler(new JournalHandler(journal));
  }

  @Override
  public void publish(@Nullable LogRecord said) {
    if (said == null) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("logger", String.valueOf(said.getLoggerName()));
    fields.put("message", cut(message(said)));
    Throwable thrown = said.getThrown();
    if (thrown != null) {
      fields.put("thrown", cut(thrown.toString()));
      StackTraceElement[] frames = thrown.getStackTrace();
      fields.put("at", frames.length == 0 ? "" : frames[0].toString());
    }
    Level level = level(said.getLevel().intValue());
    journal.say(level, level == Level.DEBUG ? "log_debug" : "log", fields);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static String message(LogRecord said) {
    String message = String.valueOf(said.getMessage());
    Object[] parameters = said.getParameters();
    try {
      return parameters == null || parameters.length == 0
          ? message
          : MessageFormat.format(message, parameters);
    } catch (IllegalArgumentException noFormat) {
      return message;
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static Level level(int severity) {
    if (severity >= java.util.logging.Level.SEVERE.intValue()) {
      return Level.ERROR;
    }
    if (severity >= java.util.logging.Level.WARNING.intValue()) {
      return Level.WARNING;
    }
    return severity >= java.util.logging.Level.INFO.intValue() ? Level.INFO : Level.DEBUG;
  }
}
